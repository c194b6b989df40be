import { requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer, serverName } from '../authorization-server';
import { authorization, get } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { toyWords } from '../people';
import { answered, asClient, asked, type ClientWallet, form, tokenFrom } from '../token-drafts';

const path = '/records';
const credentials = { grant_type: 'client_credentials' };

/** The path of the token endpoint, found as any client would find it. */
async function issuerFrom(ask: Ask): Promise<string> {
  const below = (address: string) => address.slice(ask.resource.length);
  const named = below(asked(await ask(get(path)), 'resource_metadata'));
  const { authorization_servers: servers } = JSON.parse((await ask(get(named))).body) as {
    authorization_servers: string[];
  };
  return below(answered(await ask(get(below(servers[0] ?? '') + serverName)), 'token_endpoint'));
}

const tokenRequest = async (w: ClientWallet, ask: Ask, values: Record<string, string> = {}) =>
  form(await issuerFrom(ask), { ...credentials, ...values }, asClient(w));

export default defineExercise({
  title: 'Follow the metadata',
  task: 'You have a client id and a client secret, but you do not know where to get a token. Find the token endpoint, and read the records.',
  level: 3,
  goal: { status: 200, path },
  hints: [
    'The challenge names an address in resource_metadata. Its document names an authorization server.',
    'The authorization server has metadata of its own at /.well-known/oauth-authorization-server. Look for token_endpoint.',
    'POST ____ with grant_type=client_credentials as a form and Basic credentials, then Authorization: Bearer ____.',
  ],
  async resource(attempt) {
    const server = await authorizationServer(attempt, { atAddress: true });
    const tokenPath = `/${await toyWords(attempt, 'token endpoint')}`;
    const base = `/api/sandbox/${attempt.exercise}/${attempt.id}`;
    // Below the resource, so that the sandbox on the page can get there too.
    const metadata = '/.well-known/oauth-protected-resource';
    return {
      realm: 'records',
      schemes: [
        bearer({
          tokens: server.tokens,
          metadata: ({ target }, { origin }) =>
            origin + base + metadata + target.slice(base.length).split('?')[0],
        }),
      ],
      routes: {
        [path]: { policy: requireScope('read'), content: { kept: 'since 1843' } },
        [tokenPath]: server.endpoint,
        ...server.metadata(tokenPath, [path]),
      },
      wallet: async () => ({
        'client-id': { label: 'Client id', value: server.client.id },
        'client-secret': { label: 'Client secret', value: server.client.secret },
      }),
    };
  },
  start: () => get(path),
  solution: async (w, ask) =>
    get(path, authorization(`Bearer ${await tokenFrom(ask, await tokenRequest(w, ask))}`)),
  reasons: [
    'The challenge of the 401 has the parameter resource_metadata, the address to ask next.',
    'The metadata of the resource names its authorization server.',
    'The metadata of the authorization server names its token endpoint.',
    'The token endpoint gives the client a token for its id and secret.',
    'The resource accepts the token from this response.',
  ],
  mistakes: [
    { name: 'the endpoint guessed', draft: (w) => form('/token', credentials, asClient(w)), status: 404 },
    {
      name: 'the client credentials sent to the records',
      draft: (w) => get(path, asClient(w)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-secret-is-a-token',
    },
    {
      name: 'the client secret as a token',
      draft: (w) => get(path, authorization(`Bearer ${w['client-secret']}`)),
      status: 401,
      fails: 'token has three segments',
      misconception: 'the-client-secret-is-a-token',
    },
    {
      name: 'a GET to the token endpoint',
      draft: async (_w, ask) => get(await issuerFrom(ask)),
      status: 405,
    },
    {
      name: 'no grant_type',
      draft: async (w, ask) => form(await issuerFrom(ask), { scope: 'read' }, asClient(w)),
      status: 400,
      fails: 'grant_type is one that is offered',
    },
    {
      name: 'a token for writing only',
      draft: async (w, ask) =>
        get(
          path,
          authorization(`Bearer ${await tokenFrom(ask, await tokenRequest(w, ask, { scope: 'write' }))}`),
        ),
      status: 403,
      fails: 'scope read is granted',
      misconception: 'a-valid-token-is-valid-everywhere',
    },
  ],
});
