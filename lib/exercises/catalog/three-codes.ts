import { requireScope } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';

const path = '/reports';
const inHeader = (token: string) => get(path, authorization(`Bearer ${token}`));

export default defineExercise({
  title: 'Three codes, one request',
  task: 'Ada’s program asks for /reports, and each fix brings the next error. Read the error code of every response, change what it is about, and nothing else. Stop when the reports come.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'invalid_request is about the form of the request. invalid_token is about the token. insufficient_scope is about what a good token allows.',
    'The token comes twice: once in the query. Remove that one. The next response is about the token, and the one after it names a scope.',
    'GET /reports without a query, and Authorization: Bearer ____, a token with the scope of the challenge.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const expired = { sub: 'ada', scope: 'drafts:read', iat: at(-7200), exp: at(-3600) };
    return {
      realm: 'office',
      schemes: [scheme],
      routes: {
        [path]: { policy: requireScope('reports:read'), content: { reports: ['March', 'April'] } },
      },
      wallet: async () => ({
        'morning-token': { label: 'Token of this morning', value: await issuer.token(expired) },
        'drafts-token': {
          label: 'Token of now, for drafts',
          value: await issuer.token({ sub: 'ada', scope: 'drafts:read' }),
        },
        'reports-token': {
          label: 'Token of now, for reports',
          value: await issuer.token({ sub: 'ada', scope: 'reports:read' }),
        },
      }),
    };
  },
  start: (w) =>
    get(`${path}?access_token=${w['morning-token']}`, authorization(`Bearer ${w['morning-token']}`)),
  solution: (w) => inHeader(w['reports-token']),
  reasons: ['The token comes in one place, has not expired, and has the scope that the 403 named.'],
  mistakes: [
    {
      name: 'in the header alone',
      draft: (w) => inHeader(w['morning-token']),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'yesterday-it-worked',
    },
    {
      name: 'a new token for drafts',
      draft: (w) => inHeader(w['drafts-token']),
      status: 403,
      fails: 'scope reports:read is granted',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'in the query alone',
      draft: (w) => get(`${path}?access_token=${w['reports-token']}`),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'the right token in both places',
      draft: (w) =>
        get(`${path}?access_token=${w['reports-token']}`, authorization(`Bearer ${w['reports-token']}`)),
      status: 400,
      fails: 'the token comes in one place',
      misconception: 'more-is-safer',
    },
    {
      name: 'nothing sent',
      draft: () => get(path),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-must-begin',
    },
    {
      name: 'two tokens in one header',
      draft: (w) => inHeader(`${w['drafts-token']} ${w['reports-token']}`),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'a-new-scope-adds-to-the-old-token',
    },
    {
      name: 'the scope in the query',
      draft: (w) => get(`${path}?scope=reports:read`, authorization(`Bearer ${w['drafts-token']}`)),
      status: 403,
      fails: 'scope reports:read is granted',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'with the word Token',
      draft: (w) => get(path, authorization(`Token ${w['reports-token']}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
  ],
});
