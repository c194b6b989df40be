import { failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { cookieSteps, readCookieLine } from '../cookie-check';
import { cookieLogin } from '../cookie-login';
import { cookieFrom, get, propose, sendJson } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { inFront } from '../intermediary';
import { person } from '../people';
import { proposalCheck, proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { secondOriginAddress } from '../second-origin-redirect';
import { arrivedCookies, toyCookies } from '../toy-cookies';

const page = 'https://shop.example';
const call = { setBy: 'https://api.pay.example/login', page, target: 'https://api.pay.example/invoices' };
const asPage: readonly Field[] = [
  ['Origin', page],
  ['Sec-Fetch-Site', 'cross-site'],
];
const begin = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const readsIt: readonly Field[] = [
  ['Access-Control-Allow-Origin', page],
  ['Access-Control-Allow-Credentials', 'true'],
];

const named = proposalCheck('the cookie keeps the name that the server reads', 'RFC 6265 §5.4');

const sheet = proposalForm({
  path: '/cookie',
  title: 'The Set-Cookie header of the sign-in',
  asks: { kind: 'answer', headers: ['Set-Cookie'] },
  begin: `Set-Cookie: __Host-sid=…; ${begin}`,
});

const line = (attributes: string, name = '__Host-sid') =>
  propose('/cookie', `Set-Cookie: ${name}=…; ${attributes}`);

export default defineExercise({
  title: 'A page of another site',
  task: "Grace is signed in at https://api.pay.example. The page https://shop.example calls /invoices there, with credentials: 'include', and gets 401. Its CORS headers are right. Propose the Set-Cookie header of the sign-in with POST to /cookie, so that the browser sends the cookie.",
  level: 2,
  cookies: true,
  goal: { status: 200, method: 'POST', path: '/cookie' },
  hints: [
    'Page and server belong to two sites. Which attribute decides about requests that another site causes?',
    'The second gate saw no cookie. Lax sends it with such a request only if the window itself goes to the server. A call of fetch does not do that.',
    'POST /cookie with Set-Cookie: __Host-sid=…; Path=/; Secure; HttpOnly; ____=____',
  ],
  async resource(attempt) {
    const grace = { ...(await person(attempt, 'grace')), principal: { name: 'grace' } };
    const realm = 'invoices';
    const { sessions, routes } = await cookieLogin(attempt, realm, [grace]);
    const login = routes['/login'];
    return {
      realm,
      schemes: [sessions.scheme],
      sheet,
      routes: {
        ...routes,
        '/login': {
          ...login,
          async handle(request): Promise<Reply> {
            const reply = (await login.handle?.(request)) ?? { status: 404 };
            const set = (await request.env.recall('cookie')) ?? begin;
            const fields = (reply.fields ?? []).map(
              ([name, value]): Field =>
                name === 'Set-Cookie' ? [name, `${value.split(';')[0]}; ${set}`] : [name, value],
            );
            return { ...reply, fields };
          },
        },
        '/invoices': {
          ...inFront({
            resource: { realm, schemes: [sessions.scheme], policy: anyone },
            content: { invoices: ['one typewriter'] },
            hop: async ({ message }) => ({ message, trace: [] }),
            back: (reply): Reply => ({ ...reply, fields: [...(reply.fields ?? []), ...readsIt] }),
          }),
          ownCors: true,
        },
        '/cookie': proposalRoute({
          form: sheet,
          read: readCookieLine,
          now: async ({ env }) => `Set-Cookie: __Host-sid=…; ${(await env.recall('cookie')) ?? begin}`,
          async judge(cookie, { env }) {
            const sent = cookieSteps(cookie, call);
            if (sent.some(({ outcome }) => outcome === 'failed')) return { right: false, trace: sent };
            const name = inert(cookie.name, 40);
            if (name !== '__Host-sid')
              return { right: false, trace: [...sent, failed(named, name, '__Host-sid')] };
            const trace = [...sent, passed(named, name)];
            const flags = ['Path=/', 'Secure', ...(cookie.httpOnly ? ['HttpOnly'] : []), 'SameSite=None'];
            await env.remember('cookie', flags.join('; '), new Date(env.now().getTime() + 4 * 3_600_000));
            const message =
              'A browser that does not block third-party cookies sends it now. POST /login sets it so.';
            return { right: true, trace, content: { message } };
          },
          reset: async ({ env }) => env.remember('cookie', begin, env.now()),
        }),
        '/other-origin': secondOriginAddress,
        '/toys': toyCookies,
        '/arrived': arrivedCookies,
      },
      wallet: async () => ({
        username: { label: "Grace's user name", value: grace.username },
        password: { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => get('/invoices', ...asPage),
  solution: () => line('Path=/; Secure; HttpOnly; SameSite=None'),
  reasons: ['SameSite=None lets a page of another site send the cookie, and browsers want Secure with it.'],
  mistakes: [
    {
      name: 'the cookie as it is',
      draft: () => line(begin),
      status: 422,
      fails: 'SameSite lets the page of this site send the cookie',
      misconception: 'include-forces-the-cookie',
    },
    {
      name: 'SameSite left out',
      draft: () => line('Path=/; Secure; HttpOnly'),
      status: 422,
      fails: 'SameSite lets the page of this site send the cookie',
      misconception: 'no-samesite-is-none',
    },
    {
      name: 'Strict, to be safe',
      draft: () => line('Path=/; Secure; HttpOnly; SameSite=Strict'),
      status: 422,
      fails: 'SameSite lets the page of this site send the cookie',
    },
    {
      name: 'None without Secure',
      draft: () => line('Path=/; HttpOnly; SameSite=None', 'sid'),
      status: 422,
      fails: 'SameSite=None comes with Secure',
    },
    {
      name: 'another name',
      draft: () => line('Path=/; Secure; HttpOnly; SameSite=None', 'session'),
      status: 422,
      fails: 'the cookie keeps the name that the server reads',
    },
    {
      name: 'the prefix without Secure',
      draft: () => line('Path=/; HttpOnly; SameSite=None'),
      status: 422,
      fails: 'the attributes fit the prefix of the name',
    },
    {
      name: 'the domain of the page',
      draft: () => line('Path=/; Secure; HttpOnly; SameSite=None; Domain=shop.example'),
      status: 422,
      fails: 'the host that sets the cookie may use this Domain',
      misconception: 'a-cookie-can-name-any-domain',
    },
    {
      name: 'a Domain beside the prefix',
      draft: () => line('Path=/; Secure; HttpOnly; SameSite=None; Domain=pay.example'),
      status: 422,
      fails: 'the attributes fit the prefix of the name',
      misconception: 'a-prefix-is-only-a-name',
    },
    {
      name: 'the cookie in two headers',
      draft: () => propose('/cookie', `Set-Cookie: __Host-sid=…; ${begin}\nSet-Cookie: sid=…; ${begin}`),
      status: 400,
      fails: 'the content is one Set-Cookie header with a name',
      misconception: 'more-is-safer',
    },
    {
      name: 'the window itself goes to the server',
      draft: async ({ username, password }, ask) =>
        get('/invoices', cookieFrom(await ask(sendJson('/login', { username, password }))), [
          'Sec-Fetch-Site',
          'cross-site',
        ]),
      status: 200,
    },
    {
      name: 'a sign-in at the server itself',
      draft: ({ username, password }) => sendJson('/login', { username, password }),
      status: 200,
    },
    { name: 'with cookies', draft: () => get('/arrived'), status: 200 },
  ],
});
