import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get, tampered, unsigned } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'An expired token',
  task: 'Nothing was changed, but the report is refused. Find out why, and fetch it with the renewed token.',
  level: 1,
  minutes: 1,
  goal: { status: 200, path: '/report' },
  hints: [
    'Read error and error_description in WWW-Authenticate.',
    'The second gate refused you. The signature is fine. Look at exp and at the server’s clock.',
    'Authorization: Bearer ____, the renewed token.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const claims = { sub: 'ada', scope: 'reports:read' };
    return {
      realm: 'reports',
      schemes: [scheme],
      routes: { '/report': { policy: anyone, content: { visitors: 1815 } } },
      wallet: async () => ({
        'old-token': {
          label: "Ada's token of this morning",
          value: await issuer.token({ ...claims, iat: at(-4 * 3600), exp: at(-240) }),
        },
        'renewed-token': { label: "Ada's renewed token", value: await issuer.token(claims) },
      }),
    };
  },
  start: (w) => get('/report', authorization(`Bearer ${w['old-token']}`)),
  solution: (w) => get('/report', authorization(`Bearer ${w['renewed-token']}`)),
  reasons: ['The old token has expired, and the renewed one is still valid.'],
  mistakes: [
    {
      name: 'the old token again',
      draft: (w) => get('/report', authorization(`bearer ${w['old-token']}`)),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'exp edited by hand',
      draft: (w) => get('/report', authorization(`Bearer ${tampered(w['old-token'], { exp: 4102444800 })}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the signature taken off',
      draft: (w) => get('/report', authorization(`Bearer ${unsigned(w['renewed-token'])}`)),
      status: 401,
      fails: 'alg is the one of the key',
    },
    {
      name: 'the new token, cut off while copying',
      draft: (w) => get('/report', authorization(`Bearer ${w['renewed-token'].slice(0, -5)}`)),
      status: 401,
      fails: 'segments are base64url',
    },
    {
      name: 'only two of the three parts',
      draft: (w) =>
        get('/report', authorization(`Bearer ${w['renewed-token'].split('.').slice(0, 2).join('.')}`)),
      status: 401,
      fails: 'token has three segments',
    },
    {
      name: 'no token',
      draft: () => get('/report'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'clear-history',
    },
  ],
});
