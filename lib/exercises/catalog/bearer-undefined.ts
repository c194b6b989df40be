import { anyone } from '@/lib/http-auth/policies';
import { basic } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, basicLine, get } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { person, toyKey } from '../people';
import { tokenFrom } from '../token-drafts';

const path = '/letters';

interface Login {
  readonly 'ada-username': string;
  readonly 'ada-password': string;
}

const login = (w: Login) => get('/token', basicLine(w, 'ada'));
const fetched = (w: Login, ask: Ask) => tokenFrom(ask, login(w));
const token = (value: string) => authorization(`Bearer ${value}`);

export default defineExercise({
  title: 'Bearer undefined',
  task: 'Ada’s program fetches a token at /token with her password, reads the member `token` of the response, and sends the value to /letters. Look at what it sends, compare it with what /token answers, and read her letters.',
  level: 2,
  goal: { status: 200, path },
  hints: [
    'Read the Authorization header letter by letter. Is that a token?',
    'The second gate names the word that it got. Send GET /token and compare the names of its members with the name that the program reads.',
    'GET /letters with Authorization: Bearer ____, the value of access_token.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const value = await toyKey(attempt, 'access token');
    return {
      realm: 'letters',
      schemes: [bearer({ tokens: opaqueTokens({ [value]: { principal: { name: 'ada' } } }) })],
      routes: {
        [path]: {
          policy: anyone,
          content: { letters: ['from Grace, about a moth', 'from Alan, in cipher'] },
        },
        '/token': {
          policy: anyone,
          schemes: [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })],
          content: { access_token: value, token_type: 'Bearer', expires_in: 14_400 },
        },
      },
      endpoints: { token: '/token' },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name, for /token", value: ada.username },
        'ada-password': { label: "Ada's password, for /token", value: ada.password },
      }),
    };
  },
  start: () => get(path, token('undefined')),
  solution: async (w, ask) => get(path, token(await fetched(w, ask))),
  reasons: [
    'The token is in the member access_token of this response; the program read a member token, which does not exist.',
    'Now a real token follows Bearer, in place of the word undefined.',
  ],
  mistakes: [
    {
      name: 'null in place of a token',
      draft: () => get(path, token('null')),
      status: 401,
      fails: 'token is known',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'nothing behind the scheme',
      draft: () => get(path, authorization('Bearer')),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'no Authorization at all',
      draft: () => get(path),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the whole answer where its member belongs',
      draft: () => get(path, token('[object Object]')),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'the name of the variable',
      draft: () => get(path, token('$TOKEN')),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'quotation marks from the JSON',
      draft: async (w, ask) => get(path, token(`"${await fetched(w, ask)}"`)),
      status: 400,
      fails: 'Bearer is followed by one token',
    },
    {
      name: 'the password in place of the token',
      draft: (w) => get(path, token(w['ada-password'])),
      status: 401,
      fails: 'token is known',
      misconception: 'any-scheme-will-do',
    },
    { name: 'the token fetched and not used', draft: login, status: 200 },
  ],
});
