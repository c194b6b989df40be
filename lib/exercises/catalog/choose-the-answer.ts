import { suite } from '../answer-suite';
import { proposeAnswers } from '../drafts';
import { type Ask, defineExercise } from '../exercise';
import { library } from '../library-api';

type Answers = Record<string, readonly [status: number, ...challenges: string[]]>;

const answer = (status: number, ...challenges: string[]) => [status, ...challenges] as const;

/** What the library should answer, written by hand: the suite itself asks the gates. */
function right(realm: string): Answers {
  const basic = `Basic realm="${realm}", charset="UTF-8"`;
  const bearer = `Bearer realm="${realm}"`;
  return {
    'shelf-stranger': answer(401, basic),
    'shelf-wrong-password': answer(401, basic),
    'shelf-reader': answer(200),
    'shelf-plain': answer(401, basic),
    'shelf-twice': answer(400),
    'shelf-token': answer(401, basic),
    'vault-reader': answer(403),
    'vault-stranger': answer(401, basic),
    'drafts-stranger': answer(401, bearer),
    'drafts-expired': answer(401, `${bearer}, error="invalid_token"`),
    'drafts-doubled': answer(400, `${bearer}, error="invalid_request"`),
    'drafts-basic': answer(401, bearer),
    'draft-small-scope': answer(403, `${bearer}, error="insufficient_scope", scope="drafts:delete"`),
    'draft-editor': answer(200),
    'letter-not-hers': answer(403),
    'letter-foreign-token': answer(401, `${bearer}, error="invalid_token"`),
    'plans-grace': answer(404),
    'meter-key-in-query': answer(401, `ApiKey realm="${realm}", field="X-API-Key"`),
    'meter-reset': answer(403),
    'desk-stranger': answer(401, basic, bearer),
  };
}

const send = (answers: Answers) => proposeAnswers('/answers', answers);

/** Makes the suite forget one right answer, so that a part stays a part. */
const forget = (ask: Ask) => ask(send({ 'shelf-stranger': answer(200) }));

export default defineExercise({
  title: 'Twenty requests, and you are the server',
  task: 'You answer twenty requests in place of the library’s server. GET /requests lists them, each with its resource, its policy, and what the server found out. POST /answers takes the responses that you propose, by name, some or all at once. Get all twenty right.',
  level: 3,
  minutes: 10,
  goal: { status: 200, method: 'POST', path: '/answers' },
  hints: [
    'Sort first: which requests cannot be read, in which is no user recognised, and in which is a known user refused?',
    'The verdict names the check that each wrong response fails. Fix those and send only them: the server remembers which were right.',
    'vault-stranger: ___ and in the next line WWW-Authenticate: _____ realm="_____"',
  ],
  async resource(attempt) {
    const { realm, schemes, requests } = await library(attempt);
    return {
      realm,
      schemes,
      ...suite(
        requests.filter(({ name }) => name !== 'plans-stranger'),
        realm,
      ),
      wallet: async () => ({ realm: { label: 'The realm of this library', value: realm } }),
    };
  },
  start: () => send({ 'shelf-stranger': answer(401), 'vault-reader': answer(401) }),
  solution: ({ realm }) => send(right(realm)),
  reasons: [
    'Each response follows the first gate that fails: 400 for syntax, 401 with a challenge for authentication, 403 or a hiding 404 for authorization.',
  ],
  mistakes: [
    {
      name: 'a 401 without a challenge',
      draft: () => send({ 'shelf-stranger': answer(401) }),
      status: 422,
      fails: 'a 401 brings a challenge',
      misconception: 'the-challenge-is-optional',
    },
    {
      name: '403 for whoever is not recognised',
      draft: () => send({ 'vault-stranger': answer(403) }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'the-order-does-not-matter',
    },
    {
      name: '401 for whoever may not',
      draft: ({ realm }) => send({ 'vault-reader': answer(401, `Basic realm="${realm}"`) }),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'an error code where nothing was sent',
      draft: ({ realm }) =>
        send({ 'drafts-stranger': answer(401, `Bearer realm="${realm}", error="invalid_token"`) }),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'every-401-names-an-error',
    },
    {
      name: 'one challenge where two schemes are taken',
      draft: ({ realm }) => send({ 'desk-stranger': answer(401, `Basic realm="${realm}"`) }),
      status: 422,
      fails: 'no challenge is missing',
      misconception: 'one-challenge-is-the-most',
    },
    {
      name: 'a 403 where a 404 should hide',
      draft: () => send({ 'plans-grace': answer(403) }),
      status: 422,
      fails: 'the status fits the request',
      misconception: '404-means-a-typo',
    },
    {
      name: 'a token refused for its scope, and the scope not named',
      draft: ({ realm }) =>
        send({ 'draft-small-scope': answer(403, `Bearer realm="${realm}", error="insufficient_scope"`) }),
      status: 422,
      fails: 'the scope that is missing is named',
      misconception: 'the-number-is-enough',
    },
    {
      name: 'the scheme of another door',
      draft: ({ realm }) => send({ 'drafts-basic': answer(401, `Basic realm="${realm}"`) }),
      status: 422,
      fails: 'each challenge is of a scheme that is accepted here',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'a part of them, all right',
      draft: async ({ realm }, ask) => {
        await forget(ask);
        const { 'vault-reader': vaultAnswer = answer(403), 'drafts-stranger': two = answer(401) } =
          right(realm);
        return send({ 'vault-reader': vaultAnswer, 'drafts-stranger': two });
      },
      status: 202,
    },
    {
      name: 'a quotation mark left open',
      draft: ({ realm }) => send({ 'shelf-stranger': answer(401, `Basic realm="${realm}`) }),
      status: 400,
      fails: 'every proposed header parses',
    },
    {
      name: 'an answer to a request that is not in the list',
      draft: () => send({ 'cellar-stranger': answer(401, 'Basic realm="cellar"') }),
      status: 400,
      fails: 'the content is a proposed response',
    },
  ],
});
