import { decide } from '@/lib/http-auth/decide';
import type { Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import { formatChallenge } from '@/lib/http-auth/grammar';
import type { Field, Message } from '@/lib/http-auth/message';
import { type Policy, requireRole } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { guarded } from '@/lib/http-auth/schemes/csrf/csrf';
import type { OrderPart } from '@/lib/http-auth/sheet';
import { cookieLogin } from '../cookie-login';
import { authorization, propose, send } from '../drafts';
import { type Ask, defineExercise, type Reply } from '../exercise';
import { person } from '../people';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readOrder } from '../proposal';
import { proposalForm } from '../proposal-form';

const listed = proposalCheck('the order names session, token and role, once each', 'RFC 9110 §15.5.1');
const delivered = ['token', 'session', 'role'];
const asks: OrderPart = {
  kind: 'order',
  items: [
    { name: 'token', means: 'the CSRF token belongs to the session' },
    { name: 'session', means: 'somebody is signed in' },
    { name: 'role', means: 'that person may send letters' },
  ],
};
const sheet = proposalForm({
  path: '/order',
  title: 'Your order of the three checks',
  asks,
  begin: delivered.join(', '),
});

/** Lets everybody pass: what stands behind the last check. */
const pass: Policy = { checks: [], judge: () => ({ granted: true }) };

/** Several rules, one after the other, until one refuses. */
function inTurn(policies: readonly Policy[]): Policy {
  return {
    checks: policies.flatMap(({ checks }) => checks),
    async judge(principal, message, note, env) {
      for (const policy of policies) {
        const verdict = await policy.judge(principal, message, note, env);
        if (!verdict.granted) return verdict;
      }
      return { granted: true };
    },
  };
}

const setTo = (order: readonly string[], credentials: string): Draft =>
  propose('/order', order.join(', '), authorization(credentials));

type Alan = Readonly<Record<'alan-username' | 'alan-password', string>>;
const alans = (w: Alan) => basicCredentials(w['alan-username'], w['alan-password']);
const asDelivered = (w: Alan, ask: Ask) => ask(send('DELETE', '/order', authorization(alans(w))));

export default defineExercise({
  title: 'An expired sign-in, dressed as 403',
  task: 'Grace’s session ended overnight. POST /letter answers 403 about a CSRF token, although it should ask her to sign in. Alan proposes another order of this server’s three checks with POST to /order; GET /order shows the present one. An order is accepted if all five probes, which are test requests, get the right status.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/order' },
  hints: [
    'The response names the first probe with a wrong status. Which check refused it, and which check should have come before?',
    'A CSRF token belongs to a session, and a role to a person. Both need the result of the second gate.',
    'POST /order as Alan with ____, then the other two. Only one of the three does not need another before it.',
  ],
  async resource(attempt) {
    const alan = await person(attempt, 'alan');
    const grace = {
      ...(await person(attempt, 'grace')),
      principal: { name: 'grace', roles: ['correspondent'] },
    };
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'letters';
    const { sessions, ...login } = await cookieLogin(attempt, realm, [grace, ada]);
    const night = 14 * 3600;
    const formToken: Field = ['X-CSRF-Token', await login.token(grace, night)];
    const oldCookie: Field = ['Cookie', await login.begun(grace, night)];
    const cookie: Field = ['Cookie', await login.begun(grace, 60)];
    const token: Field = ['X-CSRF-Token', await login.token(grace, 60)];
    const adas: readonly Field[] = [
      ['Cookie', await login.begun(ada, 60)],
      ['X-CSRF-Token', await login.token(ada, 60)],
    ];
    const letter = (...fields: Field[]) => send('POST', '/letter', ...fields);
    const probes: readonly Probe[] = [
      {
        name: 'a form of last night, its cookie gone: 401',
        draft: letter(formToken),
        status: 401,
        rule: 'RFC 9110 §15.5.2',
      },
      {
        name: 'a form of last night with the cookie of last night: 401',
        draft: letter(oldCookie, formToken),
        status: 401,
        rule: 'RFC 9110 §11.4',
      },
      {
        name: 'Grace, signed in, without a token: 403',
        draft: letter(cookie),
        status: 403,
        rule: 'RFC 6265 §8.2',
      },
      {
        name: 'Ada, signed in, with a token and without the role: 403',
        draft: letter(...adas),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'Grace, signed in, with a token: 200',
        draft: letter(cookie, token),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
    ];

    const policies: Readonly<Record<string, Policy>> = {
      token: guarded(sessions, pass),
      role: requireRole('correspondent'),
    };
    /** The answer of a server that works in `order`: what stands before the session is asked of nobody in particular. */
    const answer = async (order: readonly string[], message: Message, env: Env): Promise<Reply> => {
      const at = order.indexOf('session');
      const named = (names: readonly string[]) => inTurn(names.flatMap((name) => policies[name] ?? []));
      const early: Step[] = [];
      const verdict = await named(order.slice(0, at)).judge(
        { name: 'nobody yet' },
        message,
        (step) => early.push(step),
        env,
      );
      if (!verdict.granted) return { status: verdict.status ?? 403, trace: early };
      const schemes = [sessions.scheme] as const;
      const decision = await decide(message, { realm, schemes, policy: named(order.slice(at + 1)) }, env);
      const challenges = 'challenges' in decision ? decision.challenges : [];
      const asking = challenges.map((challenge): Field => ['WWW-Authenticate', formatChallenge(challenge)]);
      const beside = 'fields' in decision ? (decision.fields ?? []) : [];
      return {
        status: decision.status,
        fields: [...asking, ...beside],
        trace: [...early, ...decision.trace],
        ...(decision.status === 200 && { content: { sent: 'One letter, before the post closes.' } }),
      };
    };
    const inForce = async (env: Env) => (await env.recall('order'))?.split(' ') ?? delivered;
    const keep = (order: readonly string[], env: Env) =>
      env.remember('order', order.join(' '), new Date(env.now().getTime() + 4 * 3_600_000));

    const proposed = proposalRoute({
      form: sheet,
      read: (body) => readOrder(body, asks, listed, sheet),
      now: async ({ env }) => (await inForce(env)).join(', '),
      reset: ({ env }) => keep(delivered, env),
      async judge(order, { env }) {
        const verdict = await tryProbes(probes, (probe) => answer(order, probe, env));
        if (!verdict.right) return verdict;
        await keep(order, env);
        const message = `Taken. This server now asks in the order ${order.join(', ')}.`;
        return { ...verdict, content: { message } };
      },
    });

    return {
      realm: 'post room',
      sheet,
      schemes: [basic({ accounts: [{ ...alan, principal: { name: 'alan', roles: ['operator'] } }] })],
      routes: {
        '/letter': {
          policy: pass,
          methods: ['POST'],
          open: true,
          handle: async ({ message, env }) => answer(await inForce(env), message, env),
        },
        '/order': { ...proposed, open: false, policy: requireRole('operator') },
      },
      wallet: async () => ({
        'alan-username': { label: "Alan's user name, he runs the server", value: alan.username },
        'alan-password': { label: "Alan's password", value: alan.password },
        'form-token': { label: 'Token in the form of last night', value: formToken[1] },
        'old-cookie': { label: "Grace's cookie of last night", value: oldCookie[1] },
        cookie: { label: "Grace's cookie of a minute ago", value: cookie[1] },
      }),
    };
  },
  start: (w) => setTo(delivered, alans(w)),
  solution: (w) => setTo(['session', 'token', 'role'], alans(w)),
  reasons: ['Who is asking comes first, then whether they meant it, and then whether they may.'],
  mistakes: [
    {
      name: 'the form of last night',
      draft: async (w, ask) => {
        await asDelivered(w, ask);
        return send('POST', '/letter', ['X-CSRF-Token', w['form-token']]);
      },
      status: 403,
      fails: 'the CSRF token belongs to the session',
      misconception: 'every-csrf-403-is-about-the-token',
    },
    {
      name: 'the form of last night with its cookie',
      draft: async (w, ask) => {
        await asDelivered(w, ask);
        return send('POST', '/letter', ['Cookie', w['old-cookie']], ['X-CSRF-Token', w['form-token']]);
      },
      status: 419,
      fails: 'the page has not expired',
      misconception: 'every-csrf-403-is-about-the-token',
    },
    {
      name: 'the role first',
      draft: (w) => setTo(['role', 'session', 'token'], alans(w)),
      status: 422,
      fails: 'a form of last night, its cookie gone: 401',
      misconception: 'the-order-does-not-matter',
    },
    {
      name: 'the session last',
      draft: (w) => setTo(['token', 'role', 'session'], alans(w)),
      status: 422,
      fails: 'a form of last night, its cookie gone: 401',
      misconception: 'the-order-does-not-matter',
    },
    {
      name: 'the token left out',
      draft: (w) => setTo(['session', 'role'], alans(w)),
      status: 400,
      fails: 'the order names session, token and role, once each',
      misconception: 'the-cookie-proves-intent',
    },
    {
      name: 'an order of a stranger',
      draft: () => propose('/order', 'session, token, role'),
      status: 401,
      fails: 'credentials are presented',
    },
  ],
});
