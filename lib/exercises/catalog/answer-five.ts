import { suite } from '../answer-suite';
import { propose, proposeAnswers } from '../drafts';
import { defineExercise } from '../exercise';
import { library } from '../library-api';

const names = ['shelf-stranger', 'vault-reader', 'drafts-expired', 'shelf-twice', 'plans-stranger'];

const answers = (by: Parameters<typeof proposeAnswers>[1]) => proposeAnswers('/answers', by);

export default defineExercise({
  title: 'Five requests, and you are the server',
  task: 'You answer five requests in place of the library’s server. GET /requests shows what each of them sent and what the rules say. POST /answers takes the responses that you propose, by name. Get all five right.',
  level: 2,
  minutes: 5,
  goal: { status: 200, method: 'POST', path: '/answers' },
  hints: [
    'Ask three questions about each request, in this order: can it be read, was a user recognised, may this user do it?',
    'The first question with the answer *no* decides the status. Only one of the statuses must bring a challenge, and its realm is among your credentials.',
    'shelf-stranger: ___ and in the next line WWW-Authenticate: _____ realm="_____"',
  ],
  async resource(attempt) {
    const { realm, schemes, requests } = await library(attempt);
    const five = names.flatMap((requestName) => requests.filter(({ name }) => name === requestName));
    return {
      realm,
      schemes,
      ...suite(five, realm),
      wallet: async () => ({ realm: { label: 'The realm of this library', value: realm } }),
    };
  },
  start: () => answers({ 'shelf-stranger': [401], 'vault-reader': [401] }),
  solution: ({ realm }) =>
    answers({
      'shelf-stranger': [401, `Basic realm="${realm}"`],
      'vault-reader': [403],
      'drafts-expired': [401, `Bearer realm="${realm}", error="invalid_token"`],
      'shelf-twice': [400],
      'plans-stranger': [404],
    }),
  reasons: [
    'Unknown or expired credentials get 401 with a challenge, a known person without the right 403, broken syntax 400, and hidden plans 404.',
  ],
  mistakes: [
    {
      name: '401 for everybody',
      draft: ({ realm }) =>
        answers(Object.fromEntries(names.map((name) => [name, [401, `Basic realm="${realm}"`] as const]))),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'a 401 that asks nothing',
      draft: () => answers({ 'shelf-stranger': [401] }),
      status: 422,
      fails: 'a 401 brings a challenge',
      misconception: 'the-challenge-is-optional',
    },
    {
      name: 'an expired token, and no word about it',
      draft: ({ realm }) => answers({ 'drafts-expired': [401, `Bearer realm="${realm}"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'a 404 that asks who is there',
      draft: ({ realm }) => answers({ 'plans-stranger': [404, `Bearer realm="${realm}"`] }),
      status: 422,
      fails: 'nothing gives away what is hidden',
      misconception: '404-means-a-typo',
    },
    {
      name: '401 for what cannot be read',
      draft: ({ realm }) => answers({ 'shelf-twice': [401, `Basic realm="${realm}"`] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: '400-means-wrong-credentials',
    },
    {
      name: 'a challenge without a realm',
      draft: () => answers({ 'shelf-stranger': [401, 'Basic charset="UTF-8"'] }),
      status: 422,
      fails: 'each challenge names the realm',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'four of five',
      draft: async ({ realm }, ask) => {
        await ask(answers({ 'plans-stranger': [403] }));
        return answers({
          'shelf-stranger': [401, `Basic realm="${realm}"`],
          'vault-reader': [403],
          'drafts-expired': [401, `Bearer realm="${realm}", error="invalid_token"`],
          'shelf-twice': [400],
        });
      },
      status: 202,
    },
    {
      name: 'a header and no status',
      draft: () => propose('/answers', 'vault-reader:\nContent-Type: text/plain'),
      status: 400,
      fails: 'the content is a proposed response',
    },
  ],
});
