import { requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer } from '../authorization-server';
import { authorization, get, sendJson, tampered } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { answered, asClient, form, tokenFrom } from '../token-drafts';

type Names = 'old-token' | 'refresh-token' | 'client-id' | 'client-secret';

const renewing = (w: Wallet<Names>, values: Record<string, string> = {}) =>
  form('/token', { grant_type: 'refresh_token', refresh_token: w['refresh-token'], ...values }, asClient(w));

const renewed = (w: Wallet<Names>, ask: Ask) => tokenFrom(ask, renewing(w));

const order = (credentials: string) => sendJson('/orders', { kettle: 1 }, authorization(credentials));

export default defineExercise<Names>({
  title: 'Renew once, repeat once',
  task: 'Ada’s order got 401, because her token expired during lunch. Renew it once at POST /token: a form with grant_type=refresh_token and refresh_token, with client id and client secret as Basic credentials. Then send the same order once more. The refresh token works only once.',
  level: 2,
  goal: { status: 201, method: 'POST', path: '/orders' },
  hints: [
    'Two servers are at work: one takes orders, one renews tokens. Which of them wants the refresh token?',
    'The second gate refused the order: exp has passed. POST /token answers with an access_token, and with the next refresh token.',
    'POST /orders with the same content and Authorization: Bearer ____, the access_token from that response.',
  ],
  async resource(attempt) {
    const { client, endpoint, issuer, refreshToken, tokens } = await authorizationServer(attempt);
    const now = Math.floor(attempt.now().getTime() / 1000);
    const old = { sub: 'ada', scope: 'read write', iat: now - 3900, exp: now - 300 };
    return {
      realm: 'orders',
      schemes: [bearer({ tokens })],
      routes: {
        '/orders': {
          policy: requireScope('write'),
          methods: ['POST'],
          handle: async () => ({ status: 201, content: { ordered: 'one kettle', by: 'ada' } }),
        },
        '/books': { policy: requireScope('audit'), content: { profit: 'none of your business' } },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'old-token': { label: "Ada's token from before lunch", value: await issuer.token(old) },
        'refresh-token': { label: "Ada's refresh token, good for one use", value: await refreshToken() },
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
      }),
    };
  },
  start: (w) => order(`Bearer ${w['old-token']}`),
  solution: async (w, ask) => order(`Bearer ${await renewed(w, ask)}`),
  reasons: [
    'The refresh token is exchanged for a new access token, and it works one time.',
    'The same order is sent once more, with the new access token.',
  ],
  mistakes: [
    {
      name: 'the old token once more',
      draft: (w) => order(`bearer ${w['old-token']}`),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'the renewal alone',
      draft: (w) => renewing(w),
      status: 200,
    },
    {
      name: 'the refresh token as a token for the shop',
      draft: (w) => order(`Bearer ${w['refresh-token']}`),
      status: 401,
      fails: 'token has three segments',
      misconception: 'a-refresh-token-is-a-spare-token',
    },
    {
      name: 'two renewals with one refresh token',
      async draft(w, ask) {
        await ask(renewing(w));
        return renewing(w);
      },
      status: 400,
      fails: 'grant is valid',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'the next refresh token, after the old one came twice',
      async draft(w, ask) {
        const next = answered(await ask(renewing(w)), 'refresh_token');
        await ask(renewing(w));
        return renewing(w, { refresh_token: next });
      },
      status: 400,
      fails: 'grant is valid',
      misconception: 'every-401-renews-for-itself',
    },
    {
      name: 'a new token because of a 403',
      async draft(w, ask) {
        const fresh = await tokenFrom(ask, form('/token', { grant_type: 'client_credentials' }, asClient(w)));
        return get('/books', authorization(`Bearer ${fresh}`));
      },
      status: 403,
      fails: 'scope audit is granted',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'more scope asked for while renewing',
      draft: (w) => renewing(w, { scope: 'read write audit' }),
      status: 400,
      fails: 'scope is within what was granted',
      misconception: 'a-renewal-can-widen-the-scope',
    },
    {
      name: 'the end of the token moved by hand',
      draft: (w) => order(`Bearer ${tampered(w['old-token'], { exp: 4102444800 })}`),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'a renewal without the client',
      draft: (w) => ({ ...renewing(w), fields: renewing(w).fields.slice(1) }),
      status: 401,
      fails: 'client credentials are a form-encoded pair in Base64',
    },
  ],
});
