/** What the token exercises share: an issuer of this attempt and a Bearer scheme that believes it. */

import type { Scheme } from '@/lib/http-auth/scheme';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import type { Attempt } from './exercise';
import { type Issuer, issuer } from './issuer';

export interface TokenService {
  readonly scheme: Scheme;
  readonly issuer: Issuer;
  /** Seconds since 1970 now, plus `seconds`. */
  at(seconds: number): number;
}

/** An issuer whose tokens a Bearer resource of this attempt accepts; times leave 30 seconds of tolerance. */
export async function tokenService(attempt: Attempt): Promise<TokenService> {
  const tokenIssuer = await issuer(attempt);
  const tokens = jwtTokens({
    issuer: tokenIssuer.issuer,
    audience: tokenIssuer.audience,
    keys: [tokenIssuer.jwk],
    skewSeconds: 30,
  });
  return {
    scheme: bearer({ tokens }),
    issuer: tokenIssuer,
    at: (seconds) => Math.floor(attempt.now().getTime() / 1000) + seconds,
  };
}
