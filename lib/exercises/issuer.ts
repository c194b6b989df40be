/** An issuer of JWT access tokens for one attempt (RFC 9068 §2), with a key that derives from it. */
import { type JWK, SignJWT } from 'jose';
import type { Attempt } from './exercise';

export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public key, with `kid` and `alg`. */
  readonly jwk: JWK;
  /** Signs a token; `claims` and `header` replace what a good token would say. Times are NumericDates. */
  token(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

// PrivateKeyInfo (RFC 5958 §2) around an ECPrivateKey (RFC 5915 §3) of P-256 without its public half.
const prefix = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420';

/** A private key of P-256, always the same for one attempt and label. */
export async function toyPrivateKey(attempt: Attempt, label: string): Promise<CryptoKey> {
  return privateKeyOf(await attempt.derive(label, 32));
}

/** The private key of P-256 whose secret number is in 32 octets. */
export async function privateKeyOf(secret: Uint8Array): Promise<CryptoKey> {
  const head = Uint8Array.from(prefix.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const pkcs8 = new Uint8Array([...head, ...secret]);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
}

/** The issuer of `attempt`, whose tokens are meant for `audience`. */
export async function issuer(attempt: Attempt, audience = 'https://api.doorman.example'): Promise<Issuer> {
  const iss = 'https://issuer.doorman.example';
  const key = await toyPrivateKey(attempt, 'signing key');
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key);
  if (!kty || !crv || !x || !y) throw new Error('The signing key has no public half');
  const kid = `toy-${attempt.id.slice(0, 8)}`;
  const jwk: JWK = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  return {
    issuer: iss,
    audience,
    jwk,
    token(claims, header = {}) {
      const iat = Math.floor(attempt.now().getTime() / 1000);
      const good = { iss, aud: audience, iat, exp: iat + 4 * 3600, client_id: 'doorman-sandbox' };
      return new SignJWT({ ...good, jti: crypto.randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
        .sign(key);
    },
  };
}
