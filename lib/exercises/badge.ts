/** A badge that anybody can check: a JWS with what was shown and when, signed with a key of the server (RFC 7515). */
import { calculateJwkThumbprint, decodeJwt, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { encodeBase64url } from '@/lib/http-auth/base64';
import type { Attempt } from './exercise';
import { privateKeyOf } from './issuer';

/** One incident as a badge has it; `solved` is ISO 8601. */
export interface Evidence {
  readonly path: string;
  readonly cause: string;
  readonly solved: string;
}

export interface BadgePress {
  /** The public key, with `kid` and `alg`: the same for every attempt. */
  readonly jwk: JWK;
  /** What a badge calls the attempt. Nobody can find the attempt by it. */
  readonly name: string;
  /** The JWS in compact form; `origin` is the issuer. */
  press(origin: string, evidence: readonly Evidence[], at: Date): Promise<string>;
  /** The claims of a badge of this server, or what the text is instead. */
  read(badge: string): Promise<Readonly<Record<string, unknown>> | string>;
}

export const badgeType = 'doorman-badge+jwt';
const alg = 'ES256';

/** Presses the badges of one attempt. */
export async function badgePress(attempt: Attempt): Promise<BadgePress> {
  const key = await privateKeyOf(await attempt.deriveForServer('badge key', 32));
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  const jwk: JWK = { kty, crv, x, y, kid, alg, use: 'sig' };
  const publicKey = await importJWK(jwk, alg);
  const name = encodeBase64url(await attempt.derive('name on the badge', 9));
  return {
    jwk,
    name,
    press: (origin, incidents, at) =>
      new SignJWT({ exam: attempt.exercise, incidents })
        .setProtectedHeader({ alg, typ: badgeType, kid })
        .setIssuer(origin)
        .setSubject(name)
        .setIssuedAt(at)
        .sign(key),
    async read(badge) {
      // jose throws for whatever is not a badge of this server: that is an answer here.
      return jwtVerify(badge, publicKey, { algorithms: [alg], typ: badgeType }).then(
        ({ payload }) => payload,
        () =>
          isOlder(badge)
            ? 'a badge of the older kind, with the name of its attempt'
            : 'a text that is none, or was changed',
      );
    },
  };
}

/** Badges once named their attempt, in `iss` and in `sub`, and had a key of that attempt. */
function isOlder(badge: string): boolean {
  try {
    return /\/api\/sandbox\//.test(decodeJwt(badge).iss ?? '');
  } catch {
    return false;
  }
}
