/** The mathematics of SCRAM with SHA-256 (RFC 5802 §3, RFC 7677 §4). */
import { joined } from '@/lib/http-auth/seal';

/** What is kept of a password: enough to check a proof, not enough to make one. */
export interface ScramKeys {
  readonly storedKey: Uint8Array;
  readonly serverKey: Uint8Array;
}

const encoder = new TextEncoder();

/** The salted password; its cost grows with `iterations` (RFC 8018 §5.2). */
export async function saltedPassword(
  password: string,
  salt: Uint8Array,
  iterations: number,
): Promise<Uint8Array> {
  const octets = encoder.encode(password.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', octets, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: joined(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}

/** What a server stores of a salted password. */
export async function scramKeys(salted: Uint8Array): Promise<ScramKeys> {
  const [clientKey, serverKey] = await Promise.all([hmac(salted, 'Client Key'), hmac(salted, 'Server Key')]);
  return { storedKey: await sha256(clientKey), serverKey };
}

/** The client's proof over the three messages. */
export async function clientProof(salted: Uint8Array, messages: string): Promise<Uint8Array> {
  const clientKey = await hmac(salted, 'Client Key');
  return xor(clientKey, await hmac(await sha256(clientKey), messages));
}

/** The stored key of whoever made `proof`: that of the account, where the proof is right. */
export async function provenKey(
  proof: Uint8Array,
  storedKey: Uint8Array,
  messages: string,
): Promise<Uint8Array> {
  return sha256(xor(proof, await hmac(storedKey, messages)));
}

/** HMAC with SHA-256 of text. */
export async function hmac(key: Uint8Array, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', joined(key), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)));
}

async function sha256(octets: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(octets)));
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((octet, index) => octet ^ (b[index] ?? 0));
}
