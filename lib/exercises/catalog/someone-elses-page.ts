import { failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, propose } from '../drafts';
import { defineExercise } from '../exercise';
import { inFront } from '../intermediary';
import { person } from '../people';
import { proposalCheck, proposalRoute, type Reading, type Verdict } from '../proposal';
import { proposalForm } from '../proposal-form';
import { readHeaders } from '../proposed-answer';
import { cache, careless, direct, directives, isKept, keep, targeted } from '../shared-cache';

const readable = proposalCheck(`the content gives ${targeted} a value`, 'RFC 9110 §15.5.1');
const keptOut = proposalCheck('no shared cache may keep what was meant for one person', 'RFC 9111 §3.5');

const sheet = proposalForm({
  path: '/shop',
  title: 'What your shop tells the cache',
  asks: { kind: 'answer', headers: [targeted, 'Cache-Control'] },
  begin: `${targeted}: ${careless}`,
});

/** Reads the value of the one header that this cache goes by. */
function readValue(body: Uint8Array): Reading<string> {
  const read = readHeaders(body);
  if (!read.ok) return read;
  const [[name, value] = ['', ''], ...more] = read.value;
  const no = (saw: string) => ({ ok: false as const, trace: [failed(readable, saw, `${targeted}: …`)] });
  if (more.length) return no(`${read.value.length} headers`);
  if (name.toLowerCase() !== targeted.toLowerCase()) return no(inert(name, 60));
  // It will stand in a header, so it is limited to what may stand there (RFC 9110 §5.5).
  return /^[ -~]{0,200}$/.test(value) ? { ...read, value } : no(`${targeted}: ${inert(value, 60)}`);
}

/** Sets what the shop tells the cache, and empties it, unless somebody's page would be stored again. */
async function tell(value: string, env: Env): Promise<Verdict> {
  if (isKept(value)) {
    const expected = 'a directive that keeps this page out of shared caches';
    return { right: false, trace: [failed(keptOut, inert(value, 60) || 'nothing', expected)] };
  }
  await direct(value, env);
  const message = 'The cache was emptied, and stores no user’s page. Ask for /account again.';
  return { right: true, trace: [passed(keptOut, inert(value, 60))], content: { message } };
}

const line = (value: string) => propose('/shop', `${targeted}: ${value}`);

export default defineExercise({
  title: 'Somebody else’s account',
  task: 'Ada signs in and sees Grace’s account, because a shared cache is in front of the shop. Read in the 200 at /account what the shop tells that cache. Then propose a better CDN-Cache-Control with POST to /shop.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/shop' },
  hints: [
    'The headers Age and Cache-Status say who answered. Try /account without a password, too.',
    'No gate was reached: the cache answered, because the shop sent the directive public. A page for one person must not be stored in a shared cache.',
    'POST /shop with CDN-Cache-Control: ____, the directive that forbids every cache to store a response, or the one that forbids it to shared caches.',
  ],
  async resource(attempt) {
    const [ada, grace] = [await person(attempt, 'ada'), await person(attempt, 'grace')];
    const realm = 'accounts';
    const schemes = [
      basic({
        accounts: [
          { ...ada, principal: { name: 'ada' } },
          { ...grace, principal: { name: 'grace' } },
        ],
      }),
    ] as const;
    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/account': inFront({
          resource: { realm, schemes, policy: anyone },
          content: {},
          hop: cache,
          back: keep,
        }),
        '/shop': proposalRoute({
          form: sheet,
          read: readValue,
          now: async ({ env }) => `${targeted}: ${await directives(env)}`,
          judge: (value, { env }) => tell(value, env),
        }),
      },
      wallet: async () => ({
        'ada-username': { label: "Ada's user name", value: ada.username },
        'ada-password': { label: "Ada's password", value: ada.password },
      }),
    };
  },
  start: (w) => get('/account', basicLine(w, 'ada')),
  solution: () => line('no-store'),
  reasons: ['With no-store, no shared cache may keep the page of one person and show it to another.'],
  mistakes: [
    {
      name: 'nobody at all, and an account',
      draft: () => get('/account'),
      status: 200,
      misconception: 'a-private-page-is-not-kept',
    },
    {
      name: 'a wrong password, and an account',
      draft: (w) => get('/account', authorization(basicCredentials(w['ada-username'], 'let-me-in'))),
      status: 200,
      misconception: '200-means-it-worked',
    },
    {
      name: 'past the cache, for this one time',
      draft: (w) => get('/account', basicLine(w, 'ada'), ['Cache-Control', 'no-cache']),
      status: 200,
      misconception: 'a-reload-mends-the-cache',
    },
    {
      name: 'past the cache without a password',
      draft: () => get('/account', ['Cache-Control', 'no-cache']),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'kept for a shorter time',
      draft: () => line('public, max-age=5'),
      status: 422,
      fails: 'no shared cache may keep what was meant for one person',
    },
    {
      name: 'kept, and asked about before each use',
      draft: () => line('no-cache'),
      status: 422,
      fails: 'no shared cache may keep what was meant for one person',
      misconception: 'no-cache-means-not-kept',
    },
    {
      name: 'a second header after it',
      draft: () => line('no-store\r\nAge: 0'),
      status: 400,
      fails: `the content gives ${targeted} a value`,
    },
    {
      name: 'another field, which this cache does not go by',
      draft: () => propose('/shop', 'Cache-Control: no-store'),
      status: 400,
      fails: `the content gives ${targeted} a value`,
    },
  ],
});
