import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get } from '../drafts';
import { defineExercise } from '../exercise';

export default defineExercise({
  title: 'Bearer Bearer',
  task: 'Alan wrote the word Bearer, and his tool added it a second time. Send it once.',
  level: 1,
  minutes: 1,
  goal: { status: 200, path: '/inbox' },
  hints: [
    'The status is neither 401 nor 403. What does a 400 mean here?',
    'The first gate refused you: after the scheme it expects one token, and a token contains no space.',
    'Authorization: Bearer ____, the token and nothing else.',
  ],
  async resource(attempt) {
    const { scheme, issuer } = await tokenService(attempt);
    return {
      realm: 'inbox',
      schemes: [scheme],
      routes: { '/inbox': { policy: anyone, content: { messages: 2 } } },
      wallet: async () => ({
        token: {
          label: "Alan's access token",
          value: await issuer.token({ sub: 'alan', scope: 'inbox:read' }),
        },
      }),
    };
  },
  start: ({ token }) => get('/inbox', authorization(`Bearer Bearer ${token}`)),
  solution: ({ token }) => get('/inbox', authorization(`Bearer ${token}`)),
  reasons: ['The word Bearer comes once, and then the token.'],
  mistakes: [
    {
      name: 'both words taken away',
      draft: ({ token }) => get('/inbox', authorization(token)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-tool-adds-it',
    },
    {
      name: 'the word and nothing behind it',
      draft: () => get('/inbox', authorization('Bearer')),
      status: 400,
      fails: 'Bearer is followed by one token',
      misconception: 'i-set-it-so-it-was-sent',
    },
    {
      name: 'a comma between the two',
      draft: ({ token }) => get('/inbox', authorization(`Bearer, Bearer ${token}`)),
      status: 400,
      fails: 'Authorization is a scheme with its credentials',
    },
    {
      name: 'the token twice',
      draft: ({ token }) => get('/inbox', authorization(`Bearer ${token} ${token}`)),
      status: 400,
      fails: 'Bearer is followed by one token',
    },
    {
      name: 'header and query at once',
      draft: ({ token }) => get(`/inbox?access_token=${token}`, authorization(`Bearer ${token}`)),
      status: 400,
      fails: 'the token comes in one place',
      misconception: 'more-is-safer',
    },
    {
      name: 'joined by a hyphen',
      draft: ({ token }) => get('/inbox', authorization(`Bearer-Bearer ${token}`)),
      status: 401,
      fails: 'credentials are presented',
    },
  ],
});
