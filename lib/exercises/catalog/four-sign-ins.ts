import { requireScope, stepUp } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get, tampered } from '../drafts';
import { defineExercise } from '../exercise';

const path = '/vault';
const strong = 'strong';
const carried = (token: string) => get(path, authorization(`Bearer ${token}`));

export default defineExercise({
  title: 'Four tokens, one vault',
  task: 'Ada has four valid tokens, of four sign-ins. The vault wants a strong and recent sign-in, and a scope. Read what each refusal asks for, and find the one token that opens the vault.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Read acr_values and max_age in the challenge. Then decode the tokens: acr says how strong a sign-in was, and auth_time when it was.',
    'A 401 here is about the sign-in. A 403 is about the scope of the token, and its sign-in was good.',
    'GET /vault with Authorization: Bearer ____, the token whose acr is strong, whose auth_time is of now, and whose scope has vault.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const token = (claims: Record<string, unknown>) => issuer.token({ sub: 'ada', ...claims });
    const both = 'read vault';
    return {
      realm: 'vault',
      schemes: [scheme],
      routes: {
        '/': { policy: requireScope('read') },
        [path]: {
          policy: stepUp({ acr: strong, maxAge: 300 }, requireScope('vault')),
          content: { inside: 'a second engine' },
        },
      },
      wallet: async () => ({
        'token-a': {
          label: 'Token A',
          value: await token({ scope: both, acr: 'password', auth_time: at(-60) }),
        },
        'token-b': {
          label: 'Token B',
          value: await token({ scope: both, acr: strong, auth_time: at(-86_400), iat: at(-120) }),
        },
        'token-c': {
          label: 'Token C',
          value: await token({ scope: 'read', acr: strong, auth_time: at(-60) }),
        },
        'token-d': {
          label: 'Token D',
          value: await token({ scope: both, acr: strong, auth_time: at(-60) }),
        },
      }),
    };
  },
  start: (w) => carried(w['token-a']),
  solution: (w) => carried(w['token-d']),
  reasons: ['Its sign-in was strong and a minute ago, and its scope has vault.'],
  mistakes: [
    {
      name: 'a strong sign-in of yesterday',
      draft: (w) => carried(w['token-b']),
      status: 401,
      fails: 'sign-in is fresh enough',
      misconception: 'a-new-token-is-a-new-login',
    },
    {
      name: 'a strong sign-in, and a small scope',
      draft: (w) => carried(w['token-c']),
      status: 403,
      fails: 'scope vault is granted',
      misconception: 'every-bearer-error-is-about-scope',
    },
    {
      name: 'the weak sign-in once more',
      draft: (w) => get(path, authorization(`bearer ${w['token-a']}`)),
      status: 401,
      fails: 'sign-in is strong enough',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'acr written into the token',
      draft: (w) => carried(tampered(w['token-a'], { acr: strong })),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the values of the challenge in the query',
      draft: (w) => get(`${path}?acr_values=${strong}&max_age=300`, authorization(`Bearer ${w['token-a']}`)),
      status: 401,
      fails: 'sign-in is strong enough',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'no token',
      draft: () => get(path),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'the weak sign-in at the door',
      draft: (w) => get('/', authorization(`Bearer ${w['token-a']}`)),
      status: 200,
    },
  ],
});
