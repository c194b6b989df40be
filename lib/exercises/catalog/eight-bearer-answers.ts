import { suite } from '../answer-suite';
import { bearerRequests } from '../bearer-requests';
import { proposeAnswers } from '../drafts';
import { defineExercise } from '../exercise';

type Answers = Parameters<typeof proposeAnswers>[1];

const answers = (by: Answers) => proposeAnswers('/answers', by);

/** What RFC 6750 and RFC 9449 want, written by hand: the suite itself asks the gates. */
const right = (realm: string): Answers => ({
  nothing: [401, `Bearer realm="${realm}"`],
  password: [401, `Bearer realm="${realm}"`],
  'two-places': [400, `Bearer realm="${realm}", error="invalid_request"`],
  expired: [401, `Bearer realm="${realm}", error="invalid_token"`],
  'other-api': [401, `Bearer realm="${realm}", error="invalid_token"`],
  'small-scope': [403, `Bearer realm="${realm}", error="insufficient_scope", scope="drafts:delete"`],
  'no-proof': [401, `DPoP realm="${realm}", algs="ES256 EdDSA", error="invalid_dpop_proof"`],
  'bound-as-bearer': [401, `Bearer realm="${realm}", error="invalid_token"`],
});

export default defineExercise({
  title: 'Eight answers of a token API',
  task: 'You answer eight requests in place of a token API. GET /requests lists them, each with what the server found out. POST /answers takes the responses that you propose, by name. Get all eight right, with the error codes.',
  level: 3,
  minutes: 5,
  goal: { status: 200, method: 'POST', path: '/answers' },
  hints: [
    'Sort first. In which requests did no token come? Those have no error code.',
    'A request that cannot be read gets 400. A token that is not accepted gets 401, and a good token that may not do this gets 403.',
    'two-places: ___ and in the next line WWW-Authenticate: Bearer realm="____", error="____"',
  ],
  async resource(attempt) {
    const { realm, schemes, requests } = await bearerRequests(attempt);
    return {
      realm,
      schemes,
      ...suite(requests, realm),
      wallet: async () => ({ realm: { label: 'The realm of this API', value: realm } }),
    };
  },
  start: ({ realm }) =>
    answers({
      nothing: [401, `Bearer realm="${realm}", error="invalid_token"`],
      'small-scope': [401, `Bearer realm="${realm}", error="insufficient_scope"`],
    }),
  solution: ({ realm }) => answers(right(realm)),
  reasons: [
    'Without a token there is no code. The other codes name the form, the token, its scope or the proof.',
  ],
  mistakes: [
    {
      name: 'a code although nothing was sent',
      draft: ({ realm }) => answers({ nothing: [401, `Bearer realm="${realm}", error="invalid_request"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'every-401-names-an-error',
    },
    {
      name: 'a code for another scheme',
      draft: ({ realm }) => answers({ password: [401, `Bearer realm="${realm}", error="invalid_token"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'every-401-names-an-error',
    },
    {
      name: '401 for a token in two places',
      draft: ({ realm }) =>
        answers({ 'two-places': [401, `Bearer realm="${realm}", error="invalid_request"`] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'more-is-safer',
    },
    {
      name: '403 for a token of another API',
      draft: ({ realm }) =>
        answers({ 'other-api': [403, `Bearer realm="${realm}", error="insufficient_scope"`] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'every-bearer-error-is-about-scope',
    },
    {
      name: '401 for a small scope',
      draft: ({ realm }) =>
        answers({ 'small-scope': [401, `Bearer realm="${realm}", error="insufficient_scope"`] }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'a 403 without a challenge',
      draft: () => answers({ 'small-scope': [403] }),
      status: 422,
      fails: 'no challenge is missing',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'an expired token, and no code',
      draft: ({ realm }) => answers({ expired: [401, `Bearer realm="${realm}"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'invalid_token for a missing proof',
      draft: ({ realm }) => answers({ 'no-proof': [401, `DPoP realm="${realm}", error="invalid_token"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'a-bound-token-is-enough',
    },
    {
      name: 'a sentence as the code',
      draft: ({ realm }) => answers({ expired: [401, `Bearer realm="${realm}", error="Token expired"`] }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'the-body-is-for-programs',
    },
    {
      name: 'seven of eight',
      async draft({ realm }, ask) {
        await ask(answers({ expired: [200] }));
        const { expired: _left, ...others } = right(realm);
        return answers(others);
      },
      status: 202,
    },
    {
      name: 'a quotation mark left open',
      draft: ({ realm }) => answers({ nothing: [401, `Bearer realm="${realm}`] }),
      status: 400,
      fails: 'every proposed header parses',
    },
  ],
});
