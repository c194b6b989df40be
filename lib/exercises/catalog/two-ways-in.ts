import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get, proposeAnswer } from '../drafts';
import { defineExercise } from '../exercise';
import { person, toyWords } from '../people';
import { proposalForm } from '../proposal-form';
import { answerRoute } from '../proposed-answer';

type Line = [name: string, value: string];

const asks = (scheme: string, realm: string): Line => ['WWW-Authenticate', `${scheme} realm="${realm}"`];

const propose = (status: number, ...fields: Line[]) => proposeAnswer('/answer', status, ...fields);

export default defineExercise({
  title: 'Two ways in',
  task: 'The harbour takes Bearer tokens from programs and Basic from people, in the realm that is among your credentials. Grace asked for /ships with a wrong password. Propose the response, with POST to /answer, so that both kinds of client can sign in. Write one WWW-Authenticate header for each scheme, and the realm in quotation marks.',
  level: 2,
  goal: { status: 200, method: 'POST', path: '/answer' },
  hints: [
    'Who can sign in after the response as it is now: a program or a person?',
    'The second gate refused the wrong password and asks again. It accepts two schemes, so it asks for both.',
    'Two headers: WWW-Authenticate: Basic ____ and WWW-Authenticate: ____, both with the realm.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const realm = await toyWords(attempt, 'realm');
    const accounts = [{ ...grace, principal: { name: 'grace' } }];
    const schemes = [bearer({ tokens: opaqueTokens({}) }), basic({ accounts })] as const;
    const resource = { realm, schemes, policy: anyone };
    const request = get('/ships', authorization(basicCredentials(grace.username, 'not the password')));
    const sheet = proposalForm({
      path: '/answer',
      title: 'Your response to GET /ships with a wrong password',
      asks: { kind: 'answer', statuses: [200, 400, 401, 403, 404], headers: ['WWW-Authenticate'] },
      begin: `HTTP/1.1 401\nWWW-Authenticate: Bearer realm="${realm}"`,
    });
    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/ships': { policy: anyone, content: { ships: ['Otter', 'Kettle'] } },
        '/answer': answerRoute(sheet, { resource, request }, { linePerChallenge: true }),
      },
      wallet: async () => ({
        realm: { label: 'Realm of the harbour', value: realm },
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password, without the mistake", value: grace.password },
      }),
    };
  },
  start: ({ realm }) => propose(401, asks('Bearer', realm)),
  solution: ({ realm }) => propose(401, asks('Basic', realm), asks('Bearer', realm)),
  reasons: ['The response offers both schemes, each in a header line of its own.'],
  mistakes: [
    {
      name: 'only the way that she tried',
      draft: ({ realm }) => propose(401, asks('Basic', realm)),
      status: 422,
      fails: 'no challenge is missing',
      misconception: 'one-challenge-is-the-most',
    },
    {
      name: 'a 403, since the password was wrong',
      draft: () => propose(403),
      status: 422,
      fails: 'the status fits the request',
      misconception: '403-means-wrong-password',
    },
    {
      name: 'no challenge, since she knows the way',
      draft: () => propose(401),
      status: 422,
      fails: 'a 401 brings a challenge',
      misconception: 'only-the-first-401-asks',
    },
    {
      name: 'an error for a token that nobody sent',
      draft: ({ realm }) =>
        propose(
          401,
          ['WWW-Authenticate', `Bearer realm="${realm}", error="invalid_token"`],
          asks('Basic', realm),
        ),
      status: 422,
      fails: 'the error code fits what was sent',
      misconception: 'every-401-names-an-error',
    },
    {
      name: 'both challenges in one line',
      draft: ({ realm }) =>
        propose(401, ['WWW-Authenticate', `Basic realm="${realm}", Bearer realm="${realm}"`]),
      status: 422,
      fails: 'each challenge has its own header line',
      misconception: 'one-challenge-is-the-most',
    },
    {
      name: 'a realm without quotation marks',
      draft: ({ realm }) => propose(401, asks('Bearer', realm), ['WWW-Authenticate', `Basic realm=${realm}`]),
      status: 422,
      fails: 'each challenge names the realm',
    },
    {
      name: 'both schemes in one challenge',
      draft: ({ realm }) => propose(401, ['WWW-Authenticate', `Bearer Basic realm="${realm}"`]),
      status: 400,
      fails: 'every proposed header parses',
      misconception: 'one-challenge-is-the-most',
    },
    {
      name: 'a realm for the first scheme alone',
      draft: ({ realm }) => propose(401, asks('Bearer', realm), ['WWW-Authenticate', 'Basic']),
      status: 422,
      fails: 'each challenge names the realm',
      misconception: 'the-realm-is-the-challenge',
    },
    {
      name: 'a scheme too many',
      draft: ({ realm }) => propose(401, asks('Bearer', realm), asks('Basic', realm), asks('Digest', realm)),
      status: 422,
      fails: 'each challenge is of a scheme that is accepted here',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'the door as it stands, with the slip',
      draft: ({ username }) => get('/ships', authorization(basicCredentials(username, 'not the password'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'only-the-first-401-asks',
    },
  ],
});
