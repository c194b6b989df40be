/** What Digest computes: H(A1), the response and its counterpart of the server (RFC 7616 §3.4, §3.5). */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { octets } from '@/lib/http-auth/message';

/** The algorithms of RFC 7616 §6.1, strongest first, without their `-sess` variants. */
export const digestAlgorithms = ['SHA-512-256', 'SHA-256', 'MD5'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

export const digestQops = ['auth', 'auth-int'] as const;
export type DigestQop = (typeof digestQops)[number];

const hashes = { 'SHA-512-256': sha512_256, 'SHA-256': sha256, MD5: md5 } as const;

/** KD and H in one: the lower-case hexadecimal digits of a hash. Text is hashed as UTF-8. */
export function digestHash(algorithm: DigestAlgorithm, data: string | Uint8Array): string {
  return bytesToHex(hashes[algorithm](typeof data === 'string' ? new TextEncoder().encode(data) : data));
}

/** How many hexadecimal digits the hash has. */
export function digestLength(algorithm: DigestAlgorithm): number {
  return algorithm === 'MD5' ? 32 : 64;
}

/** The algorithm that a parameter names, in any case, and whether it is a `-sess` variant; undefined for others. */
export function readAlgorithm(name = 'MD5'): { algorithm: DigestAlgorithm; sess: boolean } | undefined {
  const lower = name.toLowerCase();
  const sess = lower.endsWith('-sess');
  const base = sess ? lower.slice(0, -'-sess'.length) : lower;
  const algorithm = digestAlgorithms.find((name) => name.toLowerCase() === base);
  return algorithm && { algorithm, sess };
}

/** H(user:realm:password), all of it in NFC: what a server keeps in place of the password (RFC 7616 §4, §5.2). */
export function passwordHash(
  algorithm: DigestAlgorithm,
  username: string,
  realm: string,
  password: string,
): string {
  return digestHash(algorithm, `${username.normalize('NFC')}:${realm}:${password.normalize('NFC')}`);
}

/** A user name as `userhash` hides it (RFC 7616 §3.4.4). */
export function userHash(algorithm: DigestAlgorithm, username: string, realm: string): string {
  return digestHash(algorithm, `${username.normalize('NFC')}:${realm}`);
}

/** What the two sides agree on for one request. All of it is text as it stands between the quotation marks. */
export interface DigestTerms {
  readonly algorithm: DigestAlgorithm;
  readonly sess: boolean;
  readonly nonce: string;
  readonly nc: string;
  readonly cnonce: string;
  readonly qop: DigestQop;
}

/** A2, the part about the message, in octets: method and uri, and the hash of the content with qop auth-int. */
export function a2Of(terms: DigestTerms, method: string, uri: string, content: Uint8Array): string {
  const integrity = terms.qop === 'auth-int' ? `:${digestHash(terms.algorithm, content)}` : '';
  return `${method}:${uri}${integrity}`;
}

/** The `response`, from the hash of the password and from A2. With an empty method it is `rspauth` (RFC 7616 §3.5). */
export function digestOf(terms: DigestTerms, passwordHash: string, a2: string): string {
  const { algorithm, sess, nonce, nc, cnonce, qop } = terms;
  const a1 = sess ? digestHash(algorithm, `${passwordHash}:${nonce}:${cnonce}`) : passwordHash;
  return digestHash(algorithm, `${a1}:${nonce}:${nc}:${cnonce}:${qop}:${digestHash(algorithm, octets(a2))}`);
}

/** The form of RFC 2069, without qop, which RFC 7616 no longer has. */
export function legacyDigestOf(terms: DigestTerms, passwordHash: string, a2: string): string {
  const { algorithm, nonce } = terms;
  return digestHash(algorithm, `${passwordHash}:${nonce}:${digestHash(algorithm, octets(a2))}`);
}

/** Compares two texts of the same length in a time that depends on the length alone. */
export function sameDigest(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
