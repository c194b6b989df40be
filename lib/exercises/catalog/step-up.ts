import { requireScope, stepUp } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer, strongLogin } from '../authorization-server';
import { authorization, get, tampered } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { asClient, form, tokenFrom } from '../token-drafts';

type Names = 'token' | 'old-token' | 'client-id' | 'client-secret' | 'refresh-token';

const refreshing = (w: Wallet<Names>, values: Record<string, string> = {}) =>
  form('/token', { grant_type: 'refresh_token', refresh_token: w['refresh-token'], ...values }, asClient(w));

const refreshed = (w: Wallet<Names>, ask: Ask, values?: Record<string, string>) =>
  tokenFrom(ask, refreshing(w, values));

export default defineExercise<Names>({
  title: 'A stronger sign-in is needed',
  task: 'Ada’s token is valid, but the vault asks for a stronger sign-in. Get a token from such a sign-in, and open the vault.',
  level: 2,
  goal: { status: 200, path: '/vault' },
  hints: [
    'The second gate refused you. Read error, acr_values and max_age in WWW-Authenticate.',
    'Here POST /token with the refresh token takes the place of the sign-in page. Tell it which acr you need.',
    'grant_type=refresh_token&refresh_token=____&acr_values=____ as a form, with the client’s Basic credentials.',
  ],
  async resource(attempt) {
    const { client, endpoint, issuer, refreshToken, tokens } = await authorizationServer(attempt);
    const now = Math.floor(attempt.now().getTime() / 1000);
    const claims = { sub: 'ada', scope: 'read' };
    const weak = { ...claims, acr: 'password', auth_time: now - 600 };
    return {
      realm: 'vault',
      schemes: [bearer({ tokens })],
      routes: {
        '/': { policy: requireScope('read') },
        '/vault': {
          policy: stepUp({ acr: strongLogin, maxAge: 300 }, requireScope('read')),
          content: { inside: 'the notes on the engine' },
        },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        token: { label: 'Ada’s token', value: await issuer.token(weak) },
        'old-token': {
          label: 'Ada’s token of yesterday’s strong sign-in',
          value: await issuer.token({ ...claims, acr: strongLogin, auth_time: now - 86_400 }),
        },
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
        'refresh-token': { label: 'Ada’s refresh token', value: await refreshToken() },
      }),
    };
  },
  start: (w) => get('/vault', authorization(`Bearer ${w.token}`)),
  solution: async (w, ask) =>
    get('/vault', authorization(`Bearer ${await refreshed(w, ask, { acr_values: strongLogin })}`)),
  reasons: [
    'With acr_values the client asks for a token from a strong sign-in.',
    'The new token comes from a strong sign-in, as the vault requires.',
  ],
  mistakes: [
    {
      name: 'the same token again',
      draft: (w) => get('/vault', authorization(`bearer ${w.token}`)),
      status: 401,
      fails: 'sign-in is strong enough',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'a fresh token of the same sign-in',
      draft: async (w, ask) => get('/vault', authorization(`Bearer ${await refreshed(w, ask)}`)),
      status: 401,
      fails: 'sign-in is strong enough',
      misconception: 'a-new-token-is-a-new-login',
    },
    {
      name: 'a strong sign-in of yesterday',
      draft: (w) => get('/vault', authorization(`Bearer ${w['old-token']}`)),
      status: 401,
      fails: 'sign-in is fresh enough',
      misconception: 'a-new-token-is-a-new-login',
    },
    {
      name: 'acr edited by hand',
      draft: (w) => get('/vault', authorization(`Bearer ${tampered(w.token, { acr: strongLogin })}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'acr_values sent to the vault',
      draft: (w) => get(`/vault?acr_values=${strongLogin}`, authorization(`Bearer ${w.token}`)),
      status: 401,
      fails: 'sign-in is strong enough',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the refresh token twice',
      async draft(w, ask) {
        await ask(refreshing(w));
        return refreshing(w, { acr_values: strongLogin });
      },
      status: 400,
      fails: 'grant is valid',
    },
    {
      name: 'no client credentials',
      draft: (w) => ({ ...refreshing(w), fields: refreshing(w).fields.slice(1) }),
      status: 401,
      fails: 'client credentials are a form-encoded pair in Base64',
    },
  ],
});
