import { requireScope, stepUp } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer, resourceMetadata, serverName, strongLogin } from '../authorization-server';
import { authorization, get } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { asClient, type ClientWallet, form, tokenFrom } from '../token-drafts';

const credentials = { grant_type: 'client_credentials' };

const token = (w: ClientWallet, ask: Ask, values: Record<string, string> = {}) =>
  tokenFrom(ask, form('/token', { ...credentials, ...values }, asClient(w)));

export default defineExercise({
  title: 'Open door: OAuth',
  task: 'A Bearer endpoint with an authorization server of its own: token endpoint at /token, metadata, step-up at /strong. For testing your own client.',
  level: 3,
  open: true,
  goal: { status: 200 },
  hints: [
    'resource_metadata in the challenge names the authorization server, whose metadata names the token endpoint.',
    'POST /token takes client_credentials and refresh_token. A refresh token works once and brings the next one.',
    'For /strong add acr_values=____ to the token request; the challenge says which. It takes the place of a sign-in page.',
  ],
  async resource(attempt) {
    const server = await authorizationServer(attempt, { atAddress: true });
    const paths = ['/', '/write', '/strong'];
    return {
      realm: 'open door',
      schemes: [bearer({ tokens: server.tokens, metadata: resourceMetadata })],
      routes: {
        '/': { policy: requireScope('read') },
        '/write': { policy: requireScope('write'), methods: ['GET', 'POST'] },
        '/strong': { policy: stepUp({ acr: strongLogin, maxAge: 300 }, requireScope('read')) },
        '/token': server.endpoint,
        ...server.metadata('/token', paths),
      },
      endpoints: { token: '/token', metadata: serverName },
      wallet: async () => ({
        'client-id': { label: 'Client id', value: server.client.id },
        'client-secret': { label: 'Client secret', value: server.client.secret },
        'refresh-token': { label: 'Ada’s refresh token', value: await server.refreshToken() },
      }),
    };
  },
  start: () => get('/'),
  solution: async (w, ask) => get('/', authorization(`Bearer ${await token(w, ask)}`)),
  mistakes: [
    { name: 'nobody', draft: () => get('/'), status: 401, fails: 'credentials are presented' },
    {
      name: 'the refresh token in place of an access token',
      draft: (w) => get('/', authorization(`Bearer ${w['refresh-token']}`)),
      status: 401,
      fails: 'token has three segments',
    },
    {
      name: 'scope too small',
      draft: async (w, ask) =>
        get('/write', authorization(`Bearer ${await token(w, ask, { scope: 'read' })}`)),
      status: 403,
      fails: 'scope write is granted',
    },
    {
      name: 'no strong sign-in',
      draft: async (w, ask) => get('/strong', authorization(`Bearer ${await token(w, ask)}`)),
      status: 401,
      fails: 'sign-in is strong enough',
    },
    {
      name: 'a wrong client secret',
      draft: (w) => form('/token', credentials, asClient({ ...w, 'client-secret': 'sesame' })),
      status: 401,
      fails: 'client is known',
    },
    {
      name: 'another grant',
      draft: (w) => form('/token', { grant_type: 'password' }, asClient(w)),
      status: 400,
      fails: 'grant_type is one that is offered',
    },
    {
      name: 'a scope that nobody granted',
      draft: (w) => form('/token', { ...credentials, scope: 'admin' }, asClient(w)),
      status: 400,
      fails: 'scope is within what was granted',
    },
    {
      name: 'the refresh token twice',
      async draft(w, ask) {
        const again = form(
          '/token',
          { grant_type: 'refresh_token', refresh_token: w['refresh-token'] },
          asClient(w),
        );
        await ask(again);
        return again;
      },
      status: 400,
      fails: 'grant is valid',
    },
  ],
});
