/** Eight requests to an API of tokens, with what its server finds out about each: one for each answer of RFC 6750 and RFC 9449. */
import type { Draft } from '@/lib/http-auth/draft';
import { requireScope } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { tokenService } from './api-tokens';
import { boundService } from './bound-tokens';
import { authorization, get, send } from './drafts';
import type { Attempt } from './exercise';
import type { LibraryRequest } from './library-api';
import { toyWords } from './people';

const takesBearer = 'Takes Bearer. Reading needs the scope drafts:read.';
const deletes = 'Takes Bearer. Deleting needs the scope drafts:delete, and a refusal names it.';
const takesDpop = 'Takes DPoP alone: a bound token with a proof of its key. It says algs="ES256 EdDSA".';

export interface BearerRequests {
  readonly realm: string;
  readonly schemes: readonly [Scheme, Scheme];
  readonly requests: readonly LibraryRequest[];
}

/** The eight requests of one attempt. */
export async function bearerRequests(attempt: Attempt): Promise<BearerRequests> {
  const { scheme: bearer, issuer, at } = await tokenService(attempt);
  const bound = await boundService(attempt);
  const realm = await toyWords(attempt, 'realm of the drafts');
  const line = async (claims: Record<string, unknown>) =>
    authorization(`Bearer ${await issuer.token({ sub: 'ada', scope: 'drafts:read', ...claims })}`);
  const good = await line({});
  const { token } = await bound.wallet();
  const asked = (
    name: string,
    request: Draft,
    finds: string,
    scheme: Scheme = bearer,
    scope = 'drafts:read',
  ): LibraryRequest => ({
    name,
    finds,
    policy: scheme === bearer ? (scope === 'drafts:read' ? takesBearer : deletes) : takesDpop,
    resource: { realm, schemes: [scheme], policy: requireScope(scope) },
    request,
  });
  return {
    realm,
    schemes: [bearer, bound.dpop],
    requests: [
      asked('nothing', get('/drafts'), 'No credentials.'),
      asked(
        'password',
        get('/drafts', authorization('Basic YWRhOnRveQ==')),
        'A user name and a password. This resource does not accept Basic.',
      ),
      asked(
        'two-places',
        get(`/drafts?access_token=${good[1].slice('Bearer '.length)}`, good),
        'The same valid token in the header and in the query.',
      ),
      asked(
        'expired',
        get('/drafts', await line({ iat: at(-7200), exp: at(-3600) })),
        'Ada’s genuine token for this API. It expired an hour ago.',
      ),
      asked(
        'other-api',
        get('/drafts', await line({ aud: 'https://shop.doorman.example' })),
        'Ada’s genuine token for a shop. It has the scope drafts:read.',
      ),
      asked(
        'small-scope',
        send('DELETE', '/drafts/7', good),
        'Ada’s valid token with the scope drafts:read.',
        bearer,
        'drafts:delete',
      ),
      asked(
        'no-proof',
        get('/vault', authorization(`DPoP ${token.value}`)),
        'A valid bound token, and no DPoP header with a proof.',
        bound.dpop,
        'read',
      ),
      asked(
        'bound-as-bearer',
        get('/drafts', authorization(`Bearer ${token.value}`)),
        'A valid token that is bound to a key. Somebody sent it as Bearer, without a proof.',
      ),
    ],
  };
}
