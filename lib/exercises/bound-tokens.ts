/** What the DPoP exercises share: a token that is bound to a key of the wallet, and a scheme that checks both. */
import type { Scheme } from '@/lib/http-auth/scheme';
import { dpop } from '@/lib/http-auth/schemes/dpop/dpop';
import { dpopNonces } from '@/lib/http-auth/schemes/dpop/nonce';
import { thumbprint } from '@/lib/http-auth/schemes/dpop/rules';
import { jwtTokens } from '@/lib/http-auth/schemes/jwt/jwt';
import type { TokenCheck } from '@/lib/http-auth/schemes/token';
import type { Attempt, WalletEntry } from './exercise';
import { issuer } from './issuer';
import { toyProofKey } from './token-drafts';

export interface BoundService {
  readonly dpop: Scheme;
  /** Checks tokens of the same issuer that are bound to nothing, as Bearer needs it. */
  readonly plainTokens: TokenCheck;
  wallet(): Promise<Record<'token' | 'proof-key', WalletEntry>>;
}

/** A DPoP resource of this attempt, and the token and key of one person. */
export async function boundService(
  attempt: Attempt,
  person: 'ada' | 'grace' | 'alan' = 'ada',
): Promise<BoundService> {
  const tokenIssuer = await issuer(attempt);
  const nonces = dpopNonces(await attempt.derive('DPoP nonces', 32));
  const { key, text } = await toyProofKey(attempt, `proof key of ${person}`);
  const { kty, crv, x, y } = key;
  const jkt = await thumbprint({ kty, crv, x, y });
  const check = (bound: boolean) =>
    jwtTokens({ issuer: tokenIssuer.issuer, audience: tokenIssuer.audience, keys: [tokenIssuer.jwk], bound });
  const name = `${person.slice(0, 1).toUpperCase()}${person.slice(1)}`;
  return {
    dpop: dpop({ tokens: check(true), nonces }),
    plainTokens: check(false),
    wallet: async () => ({
      token: {
        label: `${name}’s token, bound to the proof key`,
        value: await tokenIssuer.token({ sub: person, scope: 'read', cnf: { jkt } }),
      },
      'proof-key': { label: `${name}’s proof key, a private JWK`, value: text },
    }),
  };
}
