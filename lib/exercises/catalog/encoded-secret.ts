import { encodeBase64 } from '@/lib/http-auth/base64';
import { utf8Octets } from '@/lib/http-auth/draft';
import { octets } from '@/lib/http-auth/message';
import { requireScope } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { authorizationServer } from '../authorization-server';
import { authorization, get } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { toyWords } from '../people';
import { asClient, type ClientWallet, form, tokenFrom } from '../token-drafts';

const path = '/figures';
const credentials = { grant_type: 'client_credentials' };

/** Basic as it is everywhere else: no form encoding before Base64. */
const plain = (w: ClientWallet) =>
  authorization(`Basic ${encodeBase64(octets(utf8Octets(`${w['client-id']}:${w['client-secret']}`)))}`);

const token = (w: ClientWallet, ask: Ask) => tokenFrom(ask, form('/token', credentials, asClient(w)));

export default defineExercise({
  title: 'A secret with a percent sign',
  task: 'Alan’s program sends the right client secret, and /token calls it wrong. Get a token, and fetch /figures.',
  level: 3,
  goal: { status: 200, path },
  hints: [
    'Decode the text after Basic and compare it with the secret, letter by letter.',
    'A token endpoint decodes twice: first Base64, then the form encoding. In the form encoding + is a space and % begins a byte.',
    'Authorization: Basic ____, the Base64 of client id and secret, in which + became %2B and % became %25.',
  ],
  async resource(attempt) {
    const secret = `${(await toyWords(attempt, 'client secret')).replaceAll('-', '+')}%41`;
    const { client, endpoint, tokens } = await authorizationServer(attempt, { secret });
    return {
      realm: 'figures',
      schemes: [bearer({ tokens })],
      routes: {
        [path]: { policy: requireScope('read'), content: { steps: 1936 } },
        '/token': endpoint,
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'client-id': { label: 'Client id', value: client.id },
        'client-secret': { label: 'Client secret', value: client.secret },
      }),
    };
  },
  start: (w) => form('/token', credentials, plain(w)),
  solution: async (w, ask) => get(path, authorization(`Bearer ${await token(w, ask)}`)),
  reasons: [
    'Client id and secret are form-encoded before Base64 (RFC 6749 §2.3.1), so the special characters of the secret stay readable.',
    'The resource accepts the token from this response.',
  ],
  mistakes: [
    {
      name: 'the pair as it is',
      draft: (w) => form('/token', credentials, plain(w)),
      status: 401,
      fails: 'client is known',
      misconception: 'basic-means-the-same-everywhere',
    },
    {
      name: 'the encoding after Base64',
      draft: (w) =>
        form(
          '/token',
          credentials,
          authorization(encodeURI(plain(w)[1]).replace('%20', ' ').replace(/=*$/, '%3D')),
        ),
      status: 401,
      fails: 'client credentials are a form-encoded pair in Base64',
      misconception: 'base64-is-base64',
    },
    {
      name: 'both ways at once',
      draft: (w) =>
        form(
          '/token',
          { ...credentials, client_id: w['client-id'], client_secret: w['client-secret'] },
          asClient(w),
        ),
      status: 400,
      fails: 'client authenticates in one way',
      misconception: 'more-is-safer',
    },
    {
      name: 'the secret sent to the figures',
      draft: (w) => get(path, asClient(w)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-secret-is-a-token',
    },
    {
      name: 'the token request in JSON',
      draft: (w) => ({
        method: 'POST',
        path: '/token',
        fields: [asClient(w), ['Content-Type', 'application/json']],
        body: JSON.stringify(credentials),
      }),
      status: 400,
      fails: 'content is a form',
    },
    {
      name: 'the grant in the query',
      draft: (w) => form('/token?grant_type=client_credentials', {}, asClient(w)),
      status: 400,
      fails: 'grant_type is one that is offered',
    },
  ],
});
