/** A badge that anybody can check: a JWS with what was shown and when, signed with a key of the server (RFC 7515). */
import { calculateJwkThumbprint, decodeJwt, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Attempt } from './exercise';
import { privateKeyOf } from './issuer';
import { type Achieved, keyUrl, openBadge, uuidOf } from './open-badge';

export interface BadgePress {
  /** The public key, with `kid` and `alg`: the same for every attempt. */
  readonly jwk: JWK & { readonly kid: string };
  /** What a badge calls the attempt. Nobody can find the attempt by it. */
  readonly name: string;
  /** An Open Badge as a JWS in compact form; `origin` is the issuer. */
  press(origin: string, achieved: Omit<Achieved, 'exam'>, at: Date): Promise<string>;
  /** The claims of a badge of this server, or what the text is instead. */
  read(badge: string): Promise<Readonly<Record<string, unknown>> | string>;
}

/** The `typ` of badges before they were Open Badges. They stay good. */
export const earlierType = 'doorman-badge+jwt';
const alg = 'ES256';

/** Presses the badges of one attempt. */
export async function badgePress(attempt: Attempt): Promise<BadgePress> {
  const key = await privateKeyOf(await attempt.deriveForServer('badge key', 32));
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  const jwk = { kty, crv, x, y, kid, alg, use: 'sig' };
  const publicKey = await importJWK(jwk, alg);
  const names = {
    credential: uuidOf(await attempt.derive('id of the badge', 16)),
    subject: uuidOf(await attempt.derive('name on the badge', 16)),
  };
  return {
    jwk,
    name: names.subject,
    press: (origin, achieved, at) =>
      new SignJWT(openBadge(origin, { ...achieved, exam: attempt.exercise }, names, at))
        .setProtectedHeader({ alg, typ: 'JWT', kid: keyUrl(origin, kid) })
        .sign(key),
    async read(badge) {
      // jose throws for whatever is not a badge of this server: that is an answer here.
      return jwtVerify(badge, publicKey, { algorithms: [alg], currentDate: attempt.now() }).then(
        ({ payload, protectedHeader: { typ } }) => {
          if (typ === earlierType) return payload;
          const { type } = payload;
          const isBadge = Array.isArray(type) && type.includes('OpenBadgeCredential');
          return isBadge ? payload : 'a text that this server signed, and that is no badge';
        },
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
