import { requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer } from '../authorization-server';
import { authorization, get, send, sendJson, tampered } from '../drafts';
import { type Ask, defineExercise, type Wallet } from '../exercise';
import { asClient, form, tokenFrom } from '../token-drafts';

type Names = 'token' | 'client-id' | 'client-secret';

const path = '/records/7';

const tokenRequest = (w: Wallet<Names>, scope: string) =>
  form('/token', { grant_type: 'client_credentials', scope }, asClient(w));

const removeWith = async (w: Wallet<Names>, ask: Ask, scope: string) =>
  send('DELETE', path, authorization(`Bearer ${await tokenFrom(ask, tokenRequest(w, scope))}`));

export default defineExercise<Names>({
  title: 'Ask for the scope',
  task: 'Ada’s nightly script reads records and must now delete number 7. Its token is valid, but its scope is too small. Get a token with the scope that the challenge names from POST /token: a form with grant_type=client_credentials and scope, with client id and client secret as Basic credentials. Then delete the record.',
  level: 2,
  goal: { status: 200, method: 'DELETE', path },
  hints: [
    'The 403 has the header WWW-Authenticate. Use one of its parameters in your next token request.',
    'The third gate refused you: the token was accepted, but its scope does not include this.',
    'POST /token with grant_type=client_credentials&scope=____, then DELETE with the access_token that it answers.',
  ],
  async resource(attempt) {
    const { client, endpoint, issuer, tokens } = await authorizationServer(attempt);
    return {
      realm: 'records',
      schemes: [bearer({ tokens })],
      routes: {
        [path]: { policy: requireScope('write'), methods: ['DELETE'], content: { deleted: 7 } },
        '/records': { policy: requireScope('read'), content: { records: [3, 5, 7] } },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        token: {
          label: 'The script’s token with scope read',
          value: await issuer.token({ sub: client.id, client_id: client.id, scope: 'read' }),
        },
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
      }),
    };
  },
  start: (w) => send('DELETE', path, authorization(`Bearer ${w.token}`)),
  solution: (w, ask) => removeWith(w, ask, 'write'),
  reasons: [
    'The challenge of the 403 names the scope write, so the script asks for a token with that scope.',
    'The new token has the scope write, which a DELETE needs.',
  ],
  mistakes: [
    {
      name: 'a new token with the same scope',
      draft: (w, ask) => removeWith(w, ask, 'read'),
      status: 403,
      fails: 'scope write is granted',
      misconception: 'a-fresh-token-cures-a-403',
    },
    {
      name: 'the token request alone',
      draft: (w) => tokenRequest(w, 'write'),
      status: 200,
    },
    {
      name: 'a scope that nobody granted',
      draft: (w) => tokenRequest(w, 'admin'),
      status: 400,
      fails: 'scope is within what was granted',
    },
    {
      name: 'the scope told to the records',
      draft: (w) => send('DELETE', `${path}?scope=write`, authorization(`Bearer ${w.token}`)),
      status: 403,
      fails: 'scope write is granted',
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the scope written into the token',
      draft: (w) =>
        send('DELETE', path, authorization(`Bearer ${tampered(w.token, { scope: 'read write' })}`)),
      status: 401,
      fails: 'signature verifies',
      misconception: 'a-jwt-can-be-edited',
    },
    {
      name: 'the client credentials sent to the records',
      draft: (w) => send('DELETE', path, asClient(w)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-secret-is-a-token',
    },
    {
      name: 'a token request in JSON',
      draft: (w) => sendJson('/token', { grant_type: 'client_credentials', scope: 'write' }, asClient(w)),
      status: 400,
      fails: 'content is a form',
    },
    {
      name: 'reading with the token as it is',
      draft: (w) => get('/records', authorization(`Bearer ${w.token}`)),
      status: 200,
    },
  ],
});
