import { decide } from '@/lib/http-auth/decide';
import { type Check, passed } from '@/lib/http-auth/decision';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { OrderPart } from '@/lib/http-auth/sheet';
import { authorization, basicLine, get, propose, send } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { person } from '../people';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readOrder } from '../proposal';
import { proposalForm } from '../proposal-form';

const first: Check = {
  stage: 'authentication',
  check: 'the preflight is answered before anyone is asked for credentials',
  rule: 'RFC 9110 §9.3.7',
};
const listed = proposalCheck('the order names preflight and authentication, once each', 'RFC 9110 §15.5.1');
const asks: OrderPart = {
  kind: 'order',
  items: [
    { name: 'authentication', means: 'ask for credentials' },
    { name: 'preflight', means: 'answer what a browser asks before a request' },
  ],
};
const sheet = proposalForm({
  path: '/order',
  title: 'Your order of this server’s two steps',
  asks,
  begin: 'authentication, preflight',
});

const store = (order: string, env: Env) =>
  env.remember('order', order, new Date(env.now().getTime() + 4 * 3_600_000));

/** What a browser sends before a page of another origin may send Authorization, by hand. */
const asked: readonly Field[] = [
  ['Origin', 'https://shop.example'],
  ['Access-Control-Request-Method', 'GET'],
  ['Access-Control-Request-Headers', 'authorization'],
];

const probes: readonly Probe[] = [
  {
    name: 'a preflight, which has no credentials: 204',
    draft: send('OPTIONS', '/shelf', ...asked),
    status: 204,
    rule: 'RFC 9110 §9.3.7',
  },
  {
    name: 'the request after it, without credentials: 401',
    draft: get('/shelf'),
    status: 401,
    rule: 'RFC 9110 §15.5.2',
  },
];

const preflightFirst = (ask: Ask) => ask(propose('/order', 'preflight, authentication'));
const asDelivered = (ask: Ask) => ask(send('DELETE', '/order'));

export default defineExercise({
  title: 'A preflight that got 401',
  task: 'Alan’s page of another origin knows the password, but the browser does not send its request: the preflight before it got 401. Propose the right order of this server’s two steps with POST to /order; then send the preflight again.',
  level: 3,
  goal: { status: 204, method: 'OPTIONS', path: '/shelf' },
  hints: [
    'A browser asks first with OPTIONS whether a page may send Authorization. Look for credentials in that request.',
    'The second gate refused the preflight. A preflight never carries credentials, so the page cannot fix this. The server can.',
    'POST /order with ____ first and the other step after it; then OPTIONS /shelf as it was.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    const realm = 'shelf';
    const schemes = [basic({ accounts: [{ ...alan, principal: { name: 'alan' } }] })] as const;
    const resource = { realm, schemes, policy: anyone };
    /** A preflight is an OPTIONS with this field (Fetch §3.3.2); any other OPTIONS is left alone. */
    const preflight = async ({ message, env }: Call): Promise<Reply | undefined> => {
      if (!fieldLines(message, 'Access-Control-Request-Method').length) return undefined;
      return answer((await env.recall('order')) ?? sheet.begin, message, env);
    };
    const answer = async (order: string, message: Message, env: Env): Promise<Reply> => {
      if (order.startsWith('preflight')) return { status: 204, trace: [passed(first, 'preflight first')] };
      const decision = await decide(message, resource, env);
      if (decision.status === 200) {
        const detail = 'Behind the gates there is nothing that answers OPTIONS. No browser sends this one.';
        return {
          status: 405,
          content: { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail },
        };
      }
      const challenges = 'challenges' in decision ? decision.challenges : [];
      const fields = challenges.map((challenge): Field => ['WWW-Authenticate', formatChallenge(challenge)]);
      return { status: decision.status, fields, trace: decision.trace };
    };
    const order = proposalRoute({
      form: sheet,
      read: (body) => readOrder(body, asks, listed, sheet),
      now: async ({ env }) => (await env.recall('order')) ?? sheet.begin,
      reset: ({ env }) => store(sheet.begin, env),
      async judge(names, { env }) {
        const proposed = names.join(', ');
        const verdict = await tryProbes(probes, (probe) =>
          probe.method === 'OPTIONS' ? answer(proposed, probe, env) : decide(probe, resource, env),
        );
        if (!verdict.right) return verdict;
        await store(proposed, env);
        return { ...verdict, content: { message: 'Taken. Send the preflight again.' } };
      },
    });
    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/shelf': {
          policy: anyone,
          content: { shelf: ['a kettle', 'a map of Kent', 'nine buttons'] },
          options: preflight,
        },
        '/order': order,
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: () => send('OPTIONS', '/shelf', ...asked),
  solution: async (_wallet, ask) => {
    await preflightFirst(ask);
    return send('OPTIONS', '/shelf', ...asked);
  },
  reasons: [
    'A preflight never carries credentials, so the server has to answer it before it authenticates.',
    'The same preflight is answered without credentials now.',
  ],
  mistakes: [
    {
      name: 'the preflight once more',
      draft: async (_wallet, ask) => {
        await asDelivered(ask);
        return send('OPTIONS', '/shelf', ...asked, ['Cache-Control', 'no-cache']);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'retry-until-it-works',
    },
    {
      name: 'credentials in the preflight',
      draft: (w) => send('OPTIONS', '/shelf', ...asked, basicLine(w, 'alan')),
      status: 405,
      misconception: 'a-preflight-carries-credentials',
    },
    {
      name: 'the request itself, without an origin',
      draft: (w) => get('/shelf', basicLine(w, 'alan')),
      status: 200,
      misconception: 'curl-proves-it-works',
    },
    {
      name: 'the request after the preflight',
      draft: (w) => get('/shelf', ['Origin', 'https://shop.example'], basicLine(w, 'alan')),
      status: 200,
    },
    {
      name: 'an OPTIONS that is no preflight',
      draft: () => send('OPTIONS', '/shelf', ['Origin', 'https://shop.example']),
      status: 204,
      misconception: 'a-preflight-carries-credentials',
    },
    {
      name: 'credentials of nobody in the preflight',
      draft: () => send('OPTIONS', '/shelf', ...asked, authorization(basicCredentials('alan', 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: 'a-preflight-carries-credentials',
    },
    {
      name: 'the order as it is delivered',
      draft: () => propose('/order', 'authentication, preflight'),
      status: 422,
      fails: 'a preflight, which has no credentials: 204',
      misconception: 'a-preflight-carries-credentials',
    },
    {
      name: 'an order that leaves out one step',
      draft: () => propose('/order', 'preflight'),
      status: 400,
      fails: 'the order names preflight and authentication, once each',
    },
  ],
});
