import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { authorization, basicLine, get, sendJson } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { inFront } from '../in-front';
import { person } from '../people';
import { cache, direct, isKept, keep, targeted } from '../shared-cache';

const readable: Check = {
  stage: 'syntax',
  check: `the content gives ${targeted} a value`,
  rule: 'RFC 9110 §15.5.1',
};
const keptOut: Check = {
  stage: 'authorization',
  check: 'no shared cache may keep what was meant for one person',
  rule: 'RFC 9111 §3.5',
};

/** Sets what the shop tells the cache, and empties it; 422 where somebody's page would be kept again. */
async function tell({ message, env }: Call): Promise<Reply> {
  const read = readJsonObject(message.body);
  const value = read.ok ? member(read.object, targeted) : undefined;
  // It will stand in a field line, so it is held to what may stand there (RFC 9110 §5.5).
  if (typeof value !== 'string' || !/^[ -~]{0,200}$/.test(value)) {
    const shown = typeof value === 'string' ? inert(value, 60) : kindOf(value);
    const saw = read.ok ? `${targeted}: ${shown}` : read.saw;
    return { status: 400, trace: [failed(readable, saw, `{"${targeted}": "…"}`)] };
  }
  const trace = [passed(readable, inert(value, 60))];
  if (isKept(value)) {
    const expected = 'a directive that keeps this page out of shared caches';
    return { status: 422, trace: [...trace, failed(keptOut, inert(value, 60) || 'nothing', expected)] };
  }
  await direct(value, env);
  const content = { message: 'The cache was emptied, and keeps no page of anybody. Ask for /account again.' };
  return { status: 200, content, trace: [...trace, passed(keptOut, inert(value, 60))] };
}

const line = (value: string) => sendJson('/shop', { [targeted]: value });

export default defineExercise({
  title: 'Somebody else’s account',
  task: 'Ada signs in and sees Grace’s account: a cache that everybody shares stands in front of the shop. Read what the shop tells that cache, in the 200 at /account, and tell it better: POST to /shop {"CDN-Cache-Control": "…"}.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/shop' },
  hints: [
    'Age and Cache-Status tell who answered. Try /account without a password, too.',
    'No gate was reached: the cache answered in front of them, since it was told public. A page for one person must not be kept where many are served.',
    'POST /shop with {"CDN-Cache-Control": "____"}, the directive that forbids every cache to keep an answer, or the one that forbids it to shared ones.',
  ],
  async door(attempt) {
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
      routes: {
        '/account': inFront({
          resource: { realm, schemes, policy: anyone },
          content: {},
          hop: cache,
          back: keep,
        }),
        '/shop': { policy: anyone, methods: ['POST'], open: true, handle: tell },
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
      name: 'a second line inside the value',
      draft: () => line('no-store\r\nAge: 0'),
      status: 400,
      fails: `the content gives ${targeted} a value`,
    },
    {
      name: 'another field, which this cache does not go by',
      draft: () => sendJson('/shop', { 'Cache-Control': 'no-store' }),
      status: 400,
      fails: `the content gives ${targeted} a value`,
    },
  ],
});
