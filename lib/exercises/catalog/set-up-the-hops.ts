import { decide } from '@/lib/http-auth/decide';
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { type Field, fieldLines, fieldValue, type Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { tokenService } from '../api-tokens';
import { firstOf, readSettings, type Settings, writeSettings } from '../chain-settings';
import { authorization, get, propose, send } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { chainRoute, type Hop, passThrough, redirectHop, stripped } from '../middleboxes';
import { proposalCheck, proposalRoute, type Verdict } from '../proposal';
import { proposalForm } from '../proposal-form';

const path = '/orders/';
const realm = 'orders';
const user = 'X-User';

const choices = {
  slash: ['301', '308'],
  authorization: ['drop', 'pass'],
  'x-user': ['pass', 'remove'],
  challenge: ['rename', 'pass'],
} as const;
type Chosen = Settings<typeof choices>;

const sheet = proposalForm({
  path: '/hops',
  title: 'How your hops are set up',
  asks: { kind: 'answer', headers: Object.keys(choices), lines: 'setting' },
  begin: writeSettings(firstOf(choices)),
});

const set = (changed: Partial<Chosen>) =>
  propose('/hops', writeSettings({ ...firstOf(choices), ...changed }));
const right = { slash: '308', authorization: 'pass', 'x-user': 'remove', challenge: 'pass' } as const;

/** The application believes the header with which the gateway names the user. */
const named: Scheme = {
  name: 'Bearer',
  registered: true,
  rule: 'RFC 6750 §2.1',
  field: user,
  checks: [],
  malformed: [],
  challenge: async () => ({ scheme: 'Bearer', params: [['realm', realm]] }),
  async verify(message) {
    const [name] = fieldLines(message, user);
    return name === 'ada'
      ? { outcome: 'authenticated', principal: { name } }
      : { outcome: 'absent', saw: `no user in ${user}` };
  },
};

const ordered = ({ method }: Message, who: string): Reply =>
  method === 'POST'
    ? { status: 201, content: { ordered: 'one kettle', by: who } }
    : { status: 200, content: { orders: ['a teapot'], by: who } };

/** The hops as they are set up. The gateway checks the token, and names its user to the application. */
function hopsOf(chosen: Chosen, tokens: Scheme): readonly Hop[] {
  const proxy: Hop = {
    name: 'proxy',
    async take(message) {
      const drops = (name: string) => chosen.authorization === 'drop' && /^authorization$/i.test(name);
      const { message: rest, gone } = stripped(message, drops);
      return { message: rest, did: gone.length ? `drops ${gone.join(', ')}` : 'drops nothing' };
    },
  };
  const gateway: Hop = {
    name: 'gateway',
    async take(message, env) {
      const isUser = (name: string) =>
        chosen['x-user'] === 'remove' && name.toLowerCase() === user.toLowerCase();
      const { message: rest, gone } = stripped(message, isUser);
      const decision = await decide(message, { realm, schemes: [tokens], policy: anyone }, env);
      const removed = gone.length ? `removes the client’s ${user}; ` : '';
      if (decision.status !== 200) return { message: rest, did: `${removed}finds no good token` };
      const fields: readonly Field[] = [...rest.fields, [user, decision.principal.name]];
      return { message: { ...rest, fields }, did: `${removed}finds a good token, and sets ${user}` };
    },
    async back(reply) {
      if (chosen.challenge === 'pass') return reply;
      const fields = (reply.fields ?? []).map(
        ([name, value]): Field => [name === 'WWW-Authenticate' ? `X-Remapped-${name}` : name, value],
      );
      return { ...reply, fields };
    },
  };
  return [redirectHop([path], chosen.slash === '308' ? 308 : 301), proxy, gateway];
}

const keepsMethod = proposalCheck('an order without the last slash is ordered', 'RFC 9110 §15.4.9');
const arrives = proposalCheck('a good token gets 200', 'RFC 9110 §11.6.2');
const unforged = proposalCheck(`a client that names itself in ${user} gets 401`, 'RFC 9110 §17.10');
const asks = proposalCheck('a client without a token sees the challenge', 'RFC 9110 §15.5.2');

export default defineExercise({
  title: 'Set up the hops',
  task: 'You run the redirect, the proxy and the gateway before an application. Ada’s order does not arrive. Set slash, authorization, x-user and challenge with POST to /hops, so that good tokens arrive, nobody can forge a user, and clients see the challenge.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/hops' },
  wrongOnPurpose: 'RFC 9110 §15.5.2',
  hints: [
    'Send GET /orders/ with the token, and read what each hop received. Then send it without the token, and with X-User: ada.',
    'The second gate of the application believes X-User. So who may write that header? And which redirect keeps a POST?',
    'POST /hops with four lines: slash: ____, authorization: ____, x-user: ____, challenge: ____',
  ],
  async resource(attempt) {
    const { scheme: tokens, issuer } = await tokenService(attempt);
    const settingsOf = async (env: Env): Promise<Chosen> => {
      const stored = await env.recall('hops');
      const read = stored === undefined ? undefined : readSettings(new TextEncoder().encode(stored), choices);
      return read?.ok ? read.value : firstOf(choices);
    };
    const chain = (chosen: Chosen) => ({
      hops: hopsOf(chosen, tokens),
      resource: { realm, schemes: [named] as const, policy: anyone },
      serve: ordered,
    });
    const token = await issuer.token({ sub: 'ada', scope: 'read write' });
    const bearer = authorization(`Bearer ${token}`);

    /** Sends a request through the hops, and follows one redirect as fetch does: a POST becomes a GET after a 301. */
    const answer = async (chosen: Chosen, draft: Draft, env: Env): Promise<Reply & { became?: string }> => {
      const message = { ...draftMessage(draft, ''), target: draft.path };
      const { reply } = await passThrough(chain(chosen), message, env);
      const [location] = fieldLines({ fields: reply.fields ?? [] }, 'Location');
      if (!location) return reply;
      const method = reply.status === 308 ? message.method : 'GET';
      const { reply: last } = await passThrough(chain(chosen), { ...message, method, target: location }, env);
      return {
        ...last,
        became: method === message.method ? '' : ` to a ${method}, which the ${reply.status} made of it`,
      };
    };

    const judge = async (chosen: Chosen, env: Env): Promise<Verdict> => {
      const tried = async (
        draft: Draft,
        about: typeof arrives,
        status: number,
        asking = false,
      ): Promise<Step> => {
        const reply = await answer(chosen, draft, env);
        const challenge = fieldValue({ fields: reply.fields ?? [] }, 'WWW-Authenticate');
        const fits = reply.status === status && (!asking || challenge !== undefined);
        const saw = asking
          ? `${reply.status}, ${challenge ? 'with' : 'without'} WWW-Authenticate`
          : `${reply.status}${reply.became ?? ''}`;
        return fits
          ? passed(about, saw)
          : failed(about, saw, asking ? `${status}, with WWW-Authenticate` : `${status}`);
      };
      const trace = [
        await tried(get(path, bearer), arrives, 200),
        await tried(send('POST', '/orders', bearer), keepsMethod, 201),
        await tried(get(path, [user, 'ada']), unforged, 401),
        await tried(get(path), asks, 401, true),
      ];
      return { right: trace.every(({ outcome }) => outcome === 'passed'), trace };
    };

    const route = chainRoute(async ({ env }) => chain(await settingsOf(env)), ['GET', 'POST']);
    return {
      realm,
      schemes: [named],
      sheet,
      routes: {
        '/orders': route,
        [path]: route,
        '/hops': proposalRoute({
          form: sheet,
          read: (body) => readSettings(body, choices),
          now: async ({ env }) => writeSettings(await settingsOf(env)),
          async judge(chosen, { env }) {
            const verdict = await judge(chosen, env);
            const until = new Date(env.now().getTime() + 4 * 3_600_000);
            await env.remember('hops', writeSettings(chosen), until);
            const message = 'The hops are set up. Send GET /orders/ again, and read what each received.';
            return verdict.right ? { ...verdict, content: { message } } : verdict;
          },
          reset: async ({ env }) => env.remember('hops', '', env.now()),
        }),
      },
      wallet: async () => ({ token: { label: 'Ada’s token', value: token } }),
    };
  },
  start: (w) => get(path, authorization(`Bearer ${w.token}`)),
  solution: () => set(right),
  reasons: [
    'The token passes, a 308 keeps the POST, the gateway alone writes X-User, and the challenge keeps its name.',
  ],
  mistakes: [
    {
      name: 'the hops as they are',
      draft: () => set({}),
      status: 422,
      fails: 'a good token gets 200',
      misconception: 'what-i-send-arrives',
    },
    {
      name: 'everything passes',
      draft: () => set({ ...right, 'x-user': 'pass' }),
      status: 422,
      fails: 'a client that names itself in X-User gets 401',
      misconception: 'an-inner-header-is-a-way-in',
    },
    {
      name: 'a 301 for the slash',
      draft: () => set({ ...right, slash: '301' }),
      status: 422,
      fails: 'an order without the last slash is ordered',
      misconception: 'a-redirect-keeps-the-method',
    },
    {
      name: 'the challenge renamed',
      draft: () => set({ ...right, challenge: 'rename' }),
      status: 422,
      fails: 'a client without a token sees the challenge',
      misconception: 'the-challenge-is-optional',
    },
    {
      name: 'a value that there is none of',
      draft: () => propose('/hops', 'slash: 302'),
      status: 400,
      fails: 'each line is a setting, with a value that it has',
    },
    {
      name: 'a user that a client made up',
      async draft(_w, ask) {
        await ask(set({ ...right, 'x-user': 'pass' }));
        return get(path, [user, 'ada']);
      },
      status: 200,
      misconception: 'the-client-says-who-it-is',
    },
    {
      name: 'the same after the gateway removes it',
      async draft(_w, ask) {
        await ask(set({ ...right, 'x-user': 'remove' }));
        return get(path, [user, 'ada']);
      },
      status: 401,
      fails: 'credentials are presented',
      misconception: 'an-inner-header-is-a-way-in',
    },
  ],
});
