/** The client's side of DPoP: makes a proof with a P-256 key, by Web Crypto alone (RFC 9449 §4.2). */
import { encodeBase64url } from '@/lib/http-auth/base64';

/** A private key of P-256 as a JWK (RFC 7518 §6.2). */
export interface ProofKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** What a proof is made for. */
export interface ProofRequest {
  readonly method: string;
  /** The absolute address; query and fragment are left out of the proof. */
  readonly url: string;
  readonly now: Date;
  /** The access token that goes with it; left out at a token endpoint. */
  readonly token?: string | undefined;
  readonly nonce?: string | undefined;
}

/** The claims of a proof, each proof with a `jti` of its own. */
export async function proofClaims({ method, url, now, token, nonce }: ProofRequest) {
  const { origin, pathname } = new URL(url);
  return {
    jti: encodeBase64url(crypto.getRandomValues(new Uint8Array(12))),
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(now.getTime() / 1000),
    ...(token !== undefined && { ath: await tokenHash(token) }),
    ...(nonce !== undefined && { nonce }),
  };
}

/** The value of `ath`: the token's SHA-256 in base64url (RFC 9449 §4.2). */
export async function tokenHash(token: string): Promise<string> {
  return encodeBase64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))),
  );
}

/** A proof over these claims, signed with `key`. Rejects where the key is not one of P-256. */
export async function signProof(
  key: ProofKey,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { kty, crv, x, y, d } = key;
  const jwk = { kty, crv, x, y };
  const input = [{ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header }, claims]
    .map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk, d }, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}
