import { decide } from '@/lib/http-auth/decide';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { formatChallenge } from '@/lib/http-auth/grammar';
import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic';
import { member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { authorization, basicLine, get, send, sendJson } from '../drafts';
import { type Ask, type Call, defineExercise, type Reply } from '../exercise';
import { person } from '../people';

const first: Check = {
  stage: 'authentication',
  check: 'the preflight is answered before anyone is asked for credentials',
  rule: 'RFC 9110 §9.3.7',
};
const known: Check = {
  stage: 'syntax',
  check: 'the order names what comes first',
  rule: 'RFC 9110 §15.5.1',
};
const wanted = '{"first": "preflight"} or {"first": "authentication"}';

/** Sets the order in which this server works, for this attempt. */
async function setOrder({ message, env }: Call): Promise<Reply> {
  const read = readJsonObject(message.body);
  const order = read.ok ? member(read.object, 'first') : undefined;
  if (order !== 'preflight' && order !== 'authentication') {
    const saw = typeof order === 'string' ? `first: ${inert(order, 40)}` : 'no first that is a text';
    return { status: 400, trace: [failed(known, read.ok ? saw : read.saw, wanted)] };
  }
  await env.remember('order', order, new Date(env.now().getTime() + 4 * 3_600_000));
  return {
    status: 200,
    content: { message: `This server now does ${order} first.` },
    trace: [passed(known, order)],
  };
}

/** What a browser sends before a page of another origin may send Authorization, by hand. */
const asked: readonly Field[] = [
  ['Origin', 'https://shop.example'],
  ['Access-Control-Request-Method', 'GET'],
  ['Access-Control-Request-Headers', 'authorization'],
];

const setTo = (ask: Ask, first: 'preflight' | 'authentication') => ask(sendJson('/order', { first }));

export default defineExercise({
  title: 'Refused before it was sent',
  task: 'Alan’s page is of another origin and knows the password, and its request never leaves the browser: the preflight before it got 401. Put this server’s steps in the right order at /order, then send the preflight again.',
  level: 3,
  goal: { status: 204, method: 'OPTIONS', path: '/shelf' },
  hints: [
    'A browser asks first with OPTIONS whether a page may send Authorization. Look for credentials in that request.',
    'The second gate stopped the preflight. A preflight never carries credentials, so no page can mend this; the server can.',
    'POST /order with {"first": "____"}, then OPTIONS /shelf as it was.',
  ],
  async door(attempt) {
    const alan = await person(attempt, 'alan');
    const realm = 'shelf';
    const schemes = [basic({ accounts: [{ ...alan, principal: { name: 'alan' } }] })] as const;
    const resource = { realm, schemes, policy: anyone };
    /** A preflight is an OPTIONS with this field (Fetch §3.3.2); any other OPTIONS is left alone. */
    const preflight = async ({ message, env }: Call): Promise<Reply | undefined> => {
      if (!fieldLines(message, 'Access-Control-Request-Method').length) return undefined;
      if ((await env.recall('order')) === 'preflight')
        return { status: 204, trace: [passed(first, 'preflight first')] };
      const decision = await decide(message, resource, env);
      if (decision.status === 200) {
        const detail = 'Behind the gates there is nothing that answers OPTIONS. No browser sends this one.';
        return {
          status: 405,
          content: { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail },
        };
      }
      const challenges = 'challenges' in decision ? decision.challenges : [];
      const fields = challenges.map((one): Field => ['WWW-Authenticate', formatChallenge(one)]);
      return { status: decision.status, fields, trace: decision.trace };
    };
    return {
      realm,
      schemes,
      routes: {
        '/shelf': {
          policy: anyone,
          content: { shelf: ['a kettle', 'a map of Kent', 'nine buttons'] },
          options: preflight,
        },
        '/order': { policy: anyone, methods: ['POST'], open: true, handle: setOrder },
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
      }),
    };
  },
  start: () => send('OPTIONS', '/shelf', ...asked),
  solution: async (_wallet, ask) => {
    await setTo(ask, 'preflight');
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
        await setTo(ask, 'authentication');
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
      name: 'an order that is neither',
      draft: () => sendJson('/order', { first: 'both' }),
      status: 400,
      fails: 'the order names what comes first',
    },
  ],
});
