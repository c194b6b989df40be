import { decide, type Resource } from '@/lib/http-auth/decide';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, get, proposeAnswer } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { person, toyWords } from '../people';
import { proposalForm } from '../proposal-form';
import { answerRoute } from '../proposed-answer';

/** The gates judge as ever; on the way out the answer loses its challenge. */
function withoutChallenge(resource: Resource) {
  return async ({ message, env }: Call): Promise<Reply> => {
    const { status, trace } = await decide(message, resource, env);
    return { status, trace, ...(status === 200 && { content: { balance: '12 doubloons' } }) };
  };
}

/** An answer to `GET /ledger` without credentials, as a draft proposes it. */
const propose = (status: number, ...fields: [name: string, value: string][]) =>
  proposeAnswer('/answer', status, ...fields);

const sheet = proposalForm({
  path: '/answer',
  title: 'Your response to GET /ledger without credentials',
  asks: { kind: 'answer', statuses: [200, 400, 401, 403, 404], headers: ['WWW-Authenticate'] },
  begin: 'HTTP/1.1 401\nContent-Type: text/plain',
});

export default defineExercise({
  title: 'A 401 without a challenge',
  task: 'Somebody asks for /ledger without credentials, and Alan’s server answers 401 without saying how to sign in. Propose the right response: a status and headers, sent to /answer with POST. Write the realm in quotation marks. The scheme is Basic; the realm is among your credentials.',
  level: 1,
  minutes: 2,
  goal: { status: 200, method: 'POST', path: '/answer' },
  wrongOnPurpose: 'RFC 9110 §15.5.2',
  hints: [
    'The status is right. Compare the headers with those of GET /ledger/mended.',
    'Your proposal can be read. The header in which a server asks for credentials is missing.',
    '____: Basic realm="____": the header in which servers ask for credentials, and the realm from your credentials.',
  ],
  async resource(attempt) {
    const ada = await person(attempt, 'ada');
    const realm = await toyWords(attempt, 'realm');
    const schemes = [basic({ accounts: [{ ...ada, principal: { name: 'ada' } }] })] as const;
    const resource = { realm, schemes, policy: anyone };
    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/ledger': { policy: anyone, open: true, handle: withoutChallenge(resource) },
        '/ledger/mended': { policy: anyone, content: { balance: '12 doubloons' } },
        '/answer': answerRoute(sheet, { resource, request: get('/ledger') }),
      },
      wallet: async () => ({
        realm: { label: 'Realm of the ledger', value: realm },
        username: { label: "Ada's user name", value: ada.username },
        password: { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: () => propose(401, ['Content-Type', 'text/plain']),
  solution: ({ realm }) => propose(401, ['WWW-Authenticate', `Basic realm="${realm}"`]),
  reasons: [
    'A 401 has to bring a challenge: the header WWW-Authenticate with the scheme Basic and the realm.',
  ],
  mistakes: [
    {
      name: 'the ledger as it answers today',
      draft: () => get('/ledger'),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-challenge-is-optional',
    },
    {
      name: 'the ledger with its challenge',
      draft: () => get('/ledger/mended'),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'credentials that nobody asked for',
      draft: ({ username, password }) => get('/ledger', authorization(basicCredentials(username, password))),
      status: 200,
      misconception: 'the-server-must-ask-first',
    },
    {
      name: 'a 403, which owes no challenge',
      draft: () => propose(403),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'unauthorized-means-not-allowed',
    },
    {
      name: 'the field in which clients answer',
      draft: ({ realm }) => propose(401, ['Authorization', `Basic realm="${realm}"`]),
      status: 422,
      fails: 'the headers are those of a response',
      misconception: 'the-answer-goes-where-the-question-was',
    },
    {
      name: 'a link to the sign-in page',
      draft: () => propose(401, ['Location', '/sign-in']),
      status: 422,
      fails: 'a 401 brings a challenge',
      misconception: 'a-401-leads-to-the-sign-in-page',
    },
    {
      name: 'the realm without a scheme',
      draft: ({ realm }) => propose(401, ['WWW-Authenticate', `realm="${realm}"`]),
      status: 400,
      fails: 'every proposed header parses',
      misconception: 'the-realm-is-the-challenge',
    },
    {
      name: 'a scheme that is not taken here',
      draft: ({ realm }) => propose(401, ['WWW-Authenticate', `Bearer realm="${realm}"`]),
      status: 422,
      fails: 'each challenge is of a scheme that is accepted here',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'a realm without quotation marks',
      draft: ({ realm }) => propose(401, ['WWW-Authenticate', `Basic realm=${realm}`]),
      status: 422,
      fails: 'each challenge names the realm',
    },
    {
      name: 'a scheme without a realm',
      draft: () => propose(401, ['WWW-Authenticate', 'Basic']),
      status: 422,
      fails: 'each challenge names the realm',
      misconception: 'the-number-is-enough',
    },
  ],
});
