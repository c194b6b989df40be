import { failed, passed, type Step } from '@/lib/http-auth/decision';
import type { Field } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { type CookieLine, cookieSteps, isAllowedBySite, readCookieLine } from '../cookie-check';
import { cookieLogin } from '../cookie-login';
import { get, propose } from '../drafts';
import { defineExercise } from '../exercise';
import { person } from '../people';
import { proposalCheck, proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';

const page = 'https://shop.example';
const foreign = 'https://teapots.example';
const call = {
  setBy: 'https://id.shop.example/session/new',
  page,
  target: 'https://api.shop.example/v1/orders',
};
const asPage: readonly Field[] = [
  ['Origin', page],
  ['Sec-Fetch-Site', 'same-site'],
];
const begin = '__Host-sid=…; Path=/; Secure; HttpOnly; SameSite=None';

const encrypted = proposalCheck('the cookie is sent only over https', 'RFC 6265bis §5.6.5');
const sameSiteOnly = proposalCheck('a page of another site cannot have it sent', 'RFC 6265bis §5.6.7.1');

const sheet = proposalForm({
  path: '/cookie',
  title: 'The Set-Cookie header of id.shop.example',
  asks: { kind: 'answer', headers: ['Set-Cookie'] },
  begin: `Set-Cookie: ${begin}`,
});

const line = (value: string) => propose('/cookie', `Set-Cookie: ${value}`);

/** What the shop asks of the cookie beyond its being sent. */
function careful(cookie: CookieLine): readonly Step[] {
  if (!cookie.secure) return [failed(encrypted, 'no Secure', 'Secure')];
  const { sameSite } = cookie;
  const word = sameSite === 'Default' ? 'no SameSite' : `SameSite=${sameSite}`;
  const where = sameSite === 'Default' ? ', in browsers that do not take that for Lax' : '';
  const isSent = sameSite === 'Default' || isAllowedBySite(cookie, { ...call, page: foreign });
  const last = isSent
    ? failed(
        sameSiteOnly,
        `${word}, so a call from ${foreign} has it, too${where}`,
        'Lax or Strict: the shop is one site',
      )
    : passed(sameSiteOnly, word);
  return [passed(encrypted, 'Secure'), last];
}

export default defineExercise({
  title: 'One cookie for two hosts',
  task: 'Ada signs in at https://id.shop.example/session/new. Then the page https://shop.example calls https://api.shop.example/v1/orders, and gets 401. Propose the Set-Cookie header of the sign-in with POST to /cookie. The API has to get the cookie, and a page of another site must not be able to send it.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/cookie' },
  hints: [
    'Are the three hosts one site? Then check for each attribute which host and path of the API it needs.',
    'The second gate saw no cookie. Without Domain it is for the host of the sign-in alone, and one prefix forbids Domain.',
    'POST /cookie with Set-Cookie: sid=…; Domain=____; Path=____; Secure; HttpOnly; SameSite=____',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'orders';
    const { sessions } = await cookieLogin(attempt, realm, [ada]);
    return {
      realm,
      schemes: [sessions.scheme],
      sheet,
      routes: {
        '/v1/orders': { policy: anyone, content: { orders: ['a kettle'] } },
        '/cookie': proposalRoute({
          form: sheet,
          read: readCookieLine,
          now: async () => sheet.begin,
          async judge(cookie) {
            const sent = cookieSteps(cookie, call);
            const isSent = sent.every(({ outcome }) => outcome === 'passed');
            const trace = isSent ? [...sent, ...careful(cookie)] : sent;
            const right = trace.every(({ outcome }) => outcome === 'passed');
            const message = 'The API gets the cookie, and no other site can have it sent.';
            return { right, trace, ...(right && { content: { message } }) };
          },
        }),
      },
      wallet: async () => ({}),
    };
  },
  start: () => get('/v1/orders', ...asPage),
  solution: () => line('sid=…; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax'),
  reasons: [
    'With Domain the hosts of the shop share the cookie, so its name has no __Host-. They are one site: Lax is enough.',
  ],
  mistakes: [
    {
      name: 'the cookie as it is',
      draft: () => line(begin),
      status: 422,
      fails: 'the cookie is for the host of the request',
      misconception: 'include-forces-the-cookie',
    },
    {
      name: 'a Domain beside the prefix',
      draft: () => line('__Host-sid=…; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the attributes fit the prefix of the name',
      misconception: 'a-prefix-is-only-a-name',
    },
    {
      name: 'the host of the API as Domain',
      draft: () => line('sid=…; Domain=api.shop.example; Path=/; Secure; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the host that sets the cookie may use this Domain',
      misconception: 'a-cookie-can-name-any-domain',
    },
    {
      name: 'no Path',
      draft: () => line('sid=…; Domain=shop.example; Secure; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the cookie is for the path of the request',
      misconception: 'no-path-no-cookie',
    },
    {
      name: 'None, since there are two hosts',
      draft: () => line('sid=…; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=None'),
      status: 422,
      fails: 'a page of another site cannot have it sent',
      misconception: 'another-host-is-another-site',
    },
    {
      name: 'SameSite left out',
      draft: () => line('sid=…; Domain=shop.example; Path=/; Secure; HttpOnly'),
      status: 422,
      fails: 'a page of another site cannot have it sent',
      misconception: 'no-samesite-is-none',
    },
    {
      name: 'no Secure',
      draft: () => line('sid=…; Domain=shop.example; Path=/; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the cookie is sent only over https',
    },
    {
      name: 'the whole of .example',
      draft: () => line('sid=…; Domain=.example; Path=/; Secure; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the host that sets the cookie may use this Domain',
      misconception: 'a-cookie-can-name-any-domain',
    },
    {
      name: 'a path without a slash',
      draft: () => line('sid=…; Domain=shop.example; Path=v1; Secure; HttpOnly; SameSite=Lax'),
      status: 422,
      fails: 'the cookie is for the path of the request',
    },
  ],
});
