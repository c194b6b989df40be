/** The keys with which messages are signed: Ed25519 and HMAC with SHA-256 (RFC 9421 §3.3). */
import type { JWK } from 'jose';
import type { Principal } from '@/lib/http-auth/decision';
import { joined } from '@/lib/http-auth/seal';

export const algorithms = ['ed25519', 'hmac-sha256'] as const;

/** A public key that this server knows, or a secret that it shares, with its one algorithm and its owner. */
export type VerificationKey = { readonly keyid: string; readonly principal: Principal } & KeyMaterial;

export type KeyMaterial =
  | { readonly algorithm: 'ed25519'; readonly jwk: JWK }
  | { readonly algorithm: 'hmac-sha256'; readonly secret: Uint8Array };

/** Signs octets. Throws where the JWK is no private Ed25519 key. */
export async function signOctets(material: KeyMaterial, octets: Uint8Array): Promise<Uint8Array> {
  const key = await imported(material, 'sign');
  return new Uint8Array(await crypto.subtle.sign(key.algorithm.name, key, new Uint8Array(octets)));
}

/** A function that tells whether `signature` is that of `octets`; the key is imported once. */
export function verifier(
  material: KeyMaterial,
): (signature: Uint8Array, octets: Uint8Array) => Promise<boolean> {
  let key: Promise<CryptoKey> | undefined;
  return async (signature, octets) => {
    key ??= imported(material, 'verify');
    const cryptoKey = await key;
    return crypto.subtle.verify(
      cryptoKey.algorithm.name,
      cryptoKey,
      new Uint8Array(signature),
      new Uint8Array(octets),
    );
  };
}

// PrivateKeyInfo (RFC 5958 §2) around the 32 octets of an Ed25519 private key (RFC 8410 §7).
const prefix = '302e020100300506032b657004220420';

/** The private JWK, public half included, of an Ed25519 key from its 32 octets (RFC 8037 §2). */
export async function ed25519Jwk(seed: Uint8Array): Promise<JWK> {
  const head = Uint8Array.from(prefix.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await crypto.subtle.importKey('pkcs8', joined(head, seed), 'Ed25519', true, ['sign']);
  const { kty = 'OKP', crv = 'Ed25519', x = '', d = '' } = await crypto.subtle.exportKey('jwk', key);
  return { kty, crv, x, d };
}

function imported(material: KeyMaterial, use: 'sign' | 'verify'): Promise<CryptoKey> {
  if (material.algorithm === 'hmac-sha256') {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', new Uint8Array(material.secret), algorithm, false, [use]);
  }
  const { kty = 'OKP', crv = 'Ed25519', x = '', d = '' } = material.jwk;
  const jwk = use === 'sign' ? { kty, crv, x, d } : { kty, crv, x };
  return crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, [use]);
}
