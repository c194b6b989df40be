import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { cookieLogin } from '../cookie-login';
import { get, proposeAnswer } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { fetchSteps } from '../fetch-check';
import { inFront } from '../intermediary';
import { judgeAnswer } from '../judge-answer';
import { person } from '../people';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { decisionOf, readAnswer } from '../proposed-answer';

const page = 'https://shop.example';
const origin: Field = ['Origin', page];
const allow = 'Access-Control-Allow-Origin';
const expose = 'Access-Control-Expose-Headers';
const credentials: Field = ['Access-Control-Allow-Credentials', 'true'];
const challenge: Field = ['WWW-Authenticate', 'Session realm="orders"'];
const call = { origin: page, withCookies: true, reads: 'WWW-Authenticate' };

const stars: readonly Field[] = [
  [allow, '*'],
  [expose, '*'],
];

const sheet = proposalForm({
  path: '/answer',
  title: 'Your answer to GET /orders without a session',
  asks: {
    kind: 'answer',
    statuses: [200, 204, 401, 403, 404],
    headers: [allow, expose, 'Access-Control-Allow-Credentials', 'Vary'],
  },
  begin: ['HTTP/1.1 401', ...[challenge, ...stars].map(([name, value]) => `${name}: ${value}`)].join('\n'),
});

const answer = (status: number, ...fields: Field[]) => proposeAnswer('/answer', status, ...fields);
const right: readonly Field[] = [challenge, [allow, page], credentials, [expose, 'WWW-Authenticate']];

export default defineExercise({
  title: 'Stars, and a page that sends cookies',
  task: 'Grace’s page at https://shop.example calls /orders and sends cookies. Her session has ended. The 401 has a star in both CORS headers, and fetch throws a TypeError. Propose the response that lets her script read status and challenge, with POST to /answer.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/answer' },
  hints: [
    'Which value may not stand for everything when a page sends cookies? Look for it in each CORS header.',
    'The second gate is right: nobody is signed in. So status and challenge stay. Only what the browser lets the script read has to change.',
    'Access-Control-Allow-Origin: ____, Access-Control-Allow-____: true, and Access-Control-Expose-Headers: ____.',
  ],
  async resource(attempt) {
    const grace = { ...(await person(attempt, 'grace')), principal: { name: 'grace' } };
    const realm = 'orders';
    const { sessions, routes } = await cookieLogin(attempt, realm, [grace]);
    const resource = { realm, schemes: [sessions.scheme] as const, policy: anyone };
    const orders = inFront({
      resource,
      content: { orders: ['a kettle'] },
      hop: async ({ message }) => ({ message, trace: [] }),
      back: (reply): Reply => ({ ...reply, fields: [...(reply.fields ?? []), ...stars] }),
    });
    return {
      realm,
      schemes: [sessions.scheme],
      sheet,
      routes: {
        ...routes,
        '/orders': { ...orders, ownCors: true },
        '/answer': proposalRoute({
          form: sheet,
          read: readAnswer,
          now: async () => sheet.begin,
          async judge(proposed, { env }) {
            const decision = await decisionOf({ resource, request: get('/orders', origin) }, env);
            const meant = judgeAnswer(proposed, decision, { must: ['realm'] });
            if (!meant.right) return meant;
            const trace = [...meant.trace, ...fetchSteps(proposed.fields, call)];
            const isRight = trace.every(({ outcome }) => outcome !== 'failed');
            const message = 'The script reads 401 and the challenge, and shows the sign-in.';
            return { right: isRight, trace, ...(isRight && { content: { message } }) };
          },
        }),
      },
      wallet: async () => ({
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => get('/orders', origin),
  solution: () => answer(401, ...right),
  reasons: [
    'With cookies a star does not work, so the response names the origin, allows credentials and names the header.',
  ],
  mistakes: [
    {
      name: 'the stars as they are',
      draft: () => answer(401, challenge, ...stars),
      status: 422,
      fails: 'the origin of the page may read the response',
      misconception: 'a-star-covers-every-field',
    },
    {
      name: 'the origin by name, and no word of credentials',
      draft: () => answer(401, challenge, [allow, page], [expose, 'WWW-Authenticate']),
      status: 422,
      fails: 'the response may be read by a page that sends cookies',
      misconception: 'include-forces-the-cookie',
    },
    {
      name: 'a star for the exposed headers',
      draft: () => answer(401, challenge, [allow, page], credentials, [expose, '*']),
      status: 422,
      fails: 'the script can read the challenge',
      misconception: 'a-star-covers-every-field',
    },
    {
      name: 'a 200, since a script can read that',
      draft: () => answer(200, ...right.slice(1)),
      status: 422,
      fails: 'the status fits the request',
      misconception: 'an-unseen-status-is-forbidden',
    },
    {
      name: 'a 403, so that it is no login',
      draft: () => answer(403, ...right.slice(1)),
      status: 422,
      fails: 'the status fits the request',
      misconception: '403-means-sign-in',
    },
    {
      name: 'the challenge left out, since it cannot be read',
      draft: () => answer(401, ...right.slice(1)),
      status: 422,
      fails: 'a 401 brings a challenge',
      misconception: 'the-challenge-is-optional',
    },
    {
      name: 'the origin and a star',
      draft: () => answer(401, challenge, [allow, `${page}, *`], credentials, [expose, 'WWW-Authenticate']),
      status: 422,
      fails: 'the origin of the page may read the response',
      misconception: 'more-is-safer',
    },
  ],
});
