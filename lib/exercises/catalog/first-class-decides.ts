import { decide } from '@/lib/http-auth/decide';
import type { NonEmpty } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field, Message } from '@/lib/http-auth/message';
import { requireRole } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import type { OrderPart } from '@/lib/http-auth/sheet';
import { tokenService } from '../api-tokens';
import { cookieLogin } from '../cookie-login';
import { authorization, basicLine, get, propose, send } from '../drafts';
import { type Ask, defineExercise, type Reply } from '../exercise';
import { challengeLines, plainAnswer } from '../framework';
import { person } from '../people';
import { type Probe, tryProbes } from '../probes';
import { proposalCheck, proposalRoute, readOrder } from '../proposal';
import { proposalForm } from '../proposal-form';

const listed = proposalCheck('the order names session, basic and bearer, once each', 'RFC 9110 §15.5.1');
const delivered = ['session', 'basic', 'bearer'];
const asks: OrderPart = {
  kind: 'order',
  items: [
    { name: 'session', means: 'reads the session cookie; has no challenge' },
    { name: 'basic', means: 'reads a password; asks for Basic' },
    { name: 'bearer', means: 'reads a token; asks for Bearer' },
  ],
};
const sheet = proposalForm({
  path: '/classes',
  title: 'Your order of the three authentication classes',
  asks,
  begin: delivered.join(', '),
});

const path = '/essays';
const keep = (order: readonly string[], env: Env) =>
  env.remember('classes', order.join(' '), new Date(env.now().getTime() + 4 * 3_600_000));
const inForce = async (env: Env) => (await env.recall('classes'))?.split(' ') ?? delivered;

const setTo = (...order: string[]): Draft => propose(sheet.path, order.join(', '));
/** The draft for the server as it was delivered, whatever was accepted before. */
const asDelivered = async (ask: Ask, draft: Draft) => {
  await ask(send('DELETE', sheet.path));
  return draft;
};

export default defineExercise({
  title: 'The first class decides',
  task: 'An API reads a session cookie, a password or a token. As in Django REST framework, its first class decides how it refuses. Programs need a challenge, and pages must not open the browser’s sign-in dialog. Propose an order with POST to /classes; GET /classes shows the present one. It is accepted if all six probes get the right answer.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/classes' },
  hints: [
    'Send the present order again, and read the first probe that failed. Which scheme does it expect?',
    'The first class gives the challenge of each 401. If it has none, the response is 403. Browsers open their dialog for Basic.',
    'POST /classes with ____ first. Any order of the other two is accepted.',
  ],
  async resource(attempt) {
    const realm = 'essays';
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada', roles: ['editor'] } };
    const grace = { ...(await person(attempt, 'grace')), principal: { name: 'grace' } };
    const { sessions, ...login } = await cookieLogin(attempt, realm, [ada, grace]);
    const cookie: Field = ['Cookie', await login.begun(ada, 60)];
    const { scheme: bearer, issuer, at } = await tokenService(attempt);
    const expired = await issuer.token({ sub: 'ada', iat: at(-7200), exp: at(-3600) });
    const classes: Readonly<Record<string, Scheme>> = {
      session: sessions.scheme,
      basic: basic({ accounts: [ada, grace] }),
      bearer,
    };
    const policy = requireRole('editor');
    const by = (username: string, password: string) => authorization(basicCredentials(username, password));
    const probes: readonly Probe[] = [
      {
        name: 'a page without credentials: 401, asking for Bearer alone',
        draft: get(path),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 9110 §15.5.2',
      },
      {
        name: 'a wrong password: 401, asking for Bearer alone',
        draft: get(path, by('ada', 'not-the-password')),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 9110 §11.4',
      },
      {
        name: 'an expired token: 401, asking for Bearer alone',
        draft: get(path, authorization(`Bearer ${expired}`)),
        status: 401,
        asks: 'Bearer',
        rule: 'RFC 6750 §3.1',
      },
      {
        name: 'Grace, who is no editor, by password: 403',
        draft: get(path, by(grace.username, grace.password)),
        status: 403,
        rule: 'RFC 9110 §15.5.4',
      },
      {
        name: 'Ada, an editor, by password: 200',
        draft: get(path, by(ada.username, ada.password)),
        status: 200,
        rule: 'RFC 9110 §15.3.1',
      },
      { name: 'Ada, by her session: 200', draft: get(path, cookie), status: 200, rule: 'RFC 9110 §15.3.1' },
    ];

    /** Every class may recognise somebody. If none does, the first one alone words the refusal. */
    const answer = async (order: readonly string[], message: Message, env: Env): Promise<Reply> => {
      const schemes = order.flatMap((name) => classes[name] ?? []) as unknown as NonEmpty<Scheme>;
      const decision = await decide(message, { realm, schemes, policy }, env);
      if (decision.status !== 401) return plainAnswer(decision, { essays: ['On kettles'] });
      const { trace } = decision;
      if (order[0] === 'session') return { status: 403, trace };
      return { status: 401, trace, fields: challengeLines(decision, schemes[0].name) };
    };

    return {
      realm,
      schemes: [bearer],
      sheet,
      routes: {
        [path]: {
          policy,
          open: true,
          handle: async ({ message, env }) => answer(await inForce(env), message, env),
        },
        [sheet.path]: proposalRoute({
          form: sheet,
          read: (body) => readOrder(body, asks, listed, sheet),
          now: async ({ env }) => (await inForce(env)).join(', '),
          reset: ({ env }) => keep(delivered, env),
          async judge(order, { env }) {
            const verdict = await tryProbes(probes, (probe) => answer(order, probe, env));
            if (!verdict.right) return verdict;
            await keep(order, env);
            return { ...verdict, content: { message: `Accepted. The first class is now ${order[0]}.` } };
          },
        }),
      },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name, she is an editor", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
        'grace-username': { label: "Grace's user name, she is not an editor", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => setTo(...delivered),
  solution: () => setTo('bearer', 'session', 'basic'),
  reasons: ['Bearer has a challenge for programs, and browsers open no dialog for it.'],
  mistakes: [
    {
      name: 'nobody, as delivered',
      draft: (_, ask) => asDelivered(ask, get(path)),
      status: 403,
      fails: 'credentials are presented',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'a wrong password, as delivered',
      draft: (w, ask) =>
        asDelivered(ask, get(path, authorization(basicCredentials(w['ada-username'], 'open sesame')))),
      status: 403,
      fails: 'user name and password belong together',
      misconception: '403-means-i-am-logged-in',
    },
    {
      name: 'Grace, as delivered',
      draft: (w, ask) => asDelivered(ask, get(path, basicLine(w, 'grace'))),
      status: 403,
      fails: 'role editor is held',
    },
    {
      name: 'Basic first',
      draft: () => setTo('basic', 'bearer', 'session'),
      status: 422,
      fails: 'a page without credentials: 401, asking for Bearer alone',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'the session first, and Bearer second',
      draft: () => setTo('session', 'bearer', 'basic'),
      status: 422,
      fails: 'a page without credentials: 401, asking for Bearer alone',
      misconception: 'the-order-does-not-matter',
    },
    {
      name: 'a class left out',
      draft: () => setTo('bearer', 'session'),
      status: 400,
      fails: 'the order names session, basic and bearer, once each',
    },
    {
      name: 'a class twice',
      draft: () => setTo('bearer', 'bearer', 'session'),
      status: 400,
      fails: 'the order names session, basic and bearer, once each',
    },
  ],
});
