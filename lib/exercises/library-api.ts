/** A library with many resources, and the requests that a learner answers in its place. */
import type { Draft } from '@/lib/http-auth/draft';
import {
  anyone,
  concealed,
  ownerOnly,
  type Policy,
  requireRole,
  requireScope,
} from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';
import { apiKey } from '@/lib/http-auth/schemes/api-key/api-key';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { tokenService } from './api-tokens';
import { authorization, get, send } from './drafts';
import type { Attempt } from './exercise';
import { person, toyKey, toyWords } from './people';
import type { Situation } from './proposed-answer';

/** A request to be answered, with its resource in words. */
export interface LibraryRequest extends Situation {
  readonly name: string;
  /** Which schemes the resource takes, and who may pass. */
  readonly policy: string;
  /** What the server finds out about the credentials, so that nobody has to compute it. */
  readonly finds: string;
}

export interface Library {
  readonly realm: string;
  readonly schemes: readonly [Scheme, Scheme, Scheme];
  readonly requests: readonly LibraryRequest[];
}

interface Place {
  readonly words: string;
  readonly schemes: readonly [Scheme, ...Scheme[]];
  readonly policy: Policy;
}

/** The library of one attempt: its realm and credentials are of this attempt alone. */
export async function library(attempt: Attempt): Promise<Library> {
  const [ada, grace] = [await person(attempt, 'ada'), await person(attempt, 'grace')];
  const { scheme: bearer, issuer, at } = await tokenService(attempt);
  const key = await toyKey(attempt, 'key of the reading meter');
  const names = basic({
    accounts: [
      { ...ada, principal: { name: 'ada', roles: ['librarian'] } },
      { ...grace, principal: { name: 'grace', roles: ['reader'] } },
    ],
  });
  const keys = apiKey({ keys: { [key]: { name: 'the reading meter', roles: ['reader'] } } });
  const realm = await toyWords(attempt, 'realm of the library');

  const shelf: Place = {
    words: 'Takes Basic. Everybody who is recognised may read.',
    schemes: [names],
    policy: anyone,
  };
  const vault: Place = {
    words: 'Takes Basic. Only librarians may enter.',
    schemes: [names],
    policy: requireRole('librarian'),
  };
  const drafts: Place = {
    words: 'Takes Bearer. Reading needs the scope drafts:read.',
    schemes: [bearer],
    policy: requireScope('drafts:read'),
  };
  const draft7: Place = {
    words: 'Takes Bearer. Deleting needs the scope drafts:delete, and a refusal names it.',
    schemes: [bearer],
    policy: requireScope('drafts:delete'),
  };
  const letter: Place = {
    words:
      'Takes Bearer. The letter belongs to Ada, and only she may read it. It is no secret that it exists.',
    schemes: [bearer],
    policy: ownerOnly('ada'),
  };
  const plans: Place = {
    words: 'Takes Bearer. The plans belong to Ada. Nobody else may learn that they exist.',
    schemes: [bearer],
    policy: concealed(ownerOnly('ada')),
  };
  const meter: Place = {
    words: 'Takes an API key in X-API-Key, and asks for it with the scheme ApiKey. Any known key may read.',
    schemes: [keys],
    policy: anyone,
  };
  const reset: Place = {
    words:
      'Takes an API key in X-API-Key, and asks for it with the scheme ApiKey. Only librarians may reset.',
    schemes: [keys],
    policy: requireRole('librarian'),
  };
  const desk: Place = {
    words: 'Takes Basic and Bearer, and offers both. Everybody who is recognised may borrow.',
    schemes: [names, bearer],
    policy: anyone,
  };

  const asGrace = authorization(basicCredentials(grace.username, grace.password));
  const token = async (claims: Record<string, unknown>) =>
    authorization(`Bearer ${await issuer.token(claims)}`);
  const reading = await token({ sub: 'grace', scope: 'drafts:read' });
  const expired = { sub: 'ada', scope: 'drafts:read', iat: at(-7200), exp: at(-3600) };
  const asking = (
    name: string,
    { words, ...place }: Place,
    request: Draft,
    finds: string,
  ): LibraryRequest => ({
    name,
    policy: words,
    finds,
    resource: { realm, ...place },
    request,
  });

  return {
    realm,
    schemes: [names, bearer, keys],
    requests: [
      asking('shelf-stranger', shelf, get('/shelf'), 'No credentials.'),
      asking(
        'shelf-wrong-password',
        shelf,
        get('/shelf', authorization(basicCredentials('grace', 'let-me-in'))),
        'Grace’s user name with a wrong password.',
      ),
      asking('shelf-reader', shelf, get('/shelf', asGrace), 'Grace’s user name with the right password.'),
      asking(
        'shelf-plain',
        shelf,
        get('/shelf', authorization('Basic grace-let-me-in')),
        'A scheme with credentials that are not the Base64 of a user name and a password.',
      ),
      asking('shelf-twice', shelf, get('/shelf', asGrace, asGrace), 'Two Authorization headers.'),
      asking('shelf-token', shelf, get('/shelf', reading), 'A token. This resource does not read tokens.'),
      asking(
        'vault-reader',
        vault,
        get('/vault', asGrace),
        'Grace’s user name with the right password; she is a reader.',
      ),
      asking('vault-stranger', vault, get('/vault'), 'No credentials.'),
      asking('drafts-stranger', drafts, get('/drafts'), 'No credentials.'),
      asking(
        'drafts-expired',
        drafts,
        get('/drafts', await token(expired)),
        'Ada’s genuine token for this library. It expired an hour ago.',
      ),
      asking(
        'drafts-doubled',
        drafts,
        get('/drafts', authorization(reading[1].replace('Bearer', 'Bearer Bearer'))),
        'The word Bearer, and after it two words instead of one token.',
      ),
      asking(
        'drafts-basic',
        drafts,
        get('/drafts', asGrace),
        'User name and password. This resource does not read those.',
      ),
      asking(
        'draft-small-scope',
        draft7,
        send('DELETE', '/drafts/7', reading),
        'Grace’s valid token with the scope drafts:read.',
      ),
      asking(
        'draft-editor',
        draft7,
        send('DELETE', '/drafts/7', await token({ sub: 'ada', scope: 'drafts:read drafts:delete' })),
        'Ada’s valid token with the scope drafts:read drafts:delete.',
      ),
      asking('letter-not-hers', letter, get('/letters/3', reading), 'Grace’s valid token.'),
      asking(
        'letter-foreign-token',
        letter,
        get('/letters/3', await token({ sub: 'ada', aud: 'https://shop.doorman.example' })),
        'A genuine token of Ada that was made for a shop, not for this library.',
      ),
      asking('plans-grace', plans, get('/plans', reading), 'Grace’s valid token.'),
      asking('plans-stranger', plans, get('/plans'), 'No credentials.'),
      asking(
        'meter-key-in-query',
        meter,
        get(`/meter?key=${key}`),
        'No X-API-Key header. The key is in the query.',
      ),
      asking(
        'meter-reset',
        reset,
        send('POST', '/meter/reset', ['X-API-Key', key]),
        'The valid key of the reading meter; it is a reader.',
      ),
      asking('desk-stranger', desk, get('/desk'), 'No credentials.'),
    ],
  };
}
