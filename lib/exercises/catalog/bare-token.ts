import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'A token without the word Bearer',
  task: 'The token is valid, but the server does not see it. Read the drafts.',
  level: 1,
  goal: { status: 200, path: '/drafts' },
  hints: [
    'WWW-Authenticate begins with a word. The request lacks that word.',
    'The second gate refused you: the server read the token as the name of a scheme.',
    'Authorization: ____ token, with one word and one space before the token.',
  ],
  async resource(attempt) {
    const { scheme, issuer } = await tokenService(attempt);
    return {
      realm: 'drafts',
      schemes: [scheme],
      routes: { '/drafts': { policy: anyone, content: { drafts: [3, 5, 7] } } },
      wallet: async () => ({
        token: {
          label: "Ada's access token",
          value: await issuer.token({ sub: 'ada', scope: 'drafts:read' }),
        },
      }),
    };
  },
  start: ({ token }) => get('/drafts', authorization(token)),
  solution: ({ token }) => get('/drafts', authorization(`Bearer ${token}`)),
  reasons: ['Authorization begins with the scheme: the word Bearer and one space before the token.'],
  mistakes: [
    {
      name: 'a word of the client’s own',
      draft: ({ token }) => get('/drafts', authorization(`Token ${token}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'a colon after Bearer',
      draft: ({ token }) => get('/drafts', authorization(`Bearer: ${token}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
    },
    {
      name: 'no space after Bearer',
      draft: ({ token }) => get('/drafts', authorization(`Bearer${token}`)),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the token in quotes',
      draft: ({ token }) => get('/drafts', authorization(`Bearer "${token}"`)),
      status: 400,
      fails: 'Bearer is followed by one token',
    },
    {
      name: 'the token in the query',
      draft: ({ token }) => get(`/drafts?access_token=${token}`),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'a field called Token',
      draft: ({ token }) => get('/drafts', ['Token', `Bearer ${token}`]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'a variable that was never set',
      draft: () => get('/drafts', authorization('Bearer undefined')),
      status: 401,
      fails: 'token has three segments',
      misconception: 'i-set-it-so-it-was-sent',
    },
  ],
});
