import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { count, shown } from '@/lib/http-auth/evidence';
import { anyone } from '@/lib/http-auth/policies';
import { cookieLogin } from '../cookie-login';
import { authorization, get } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { type Forwarded, inFront } from '../intermediary';
import { person } from '../people';

const path = '/desk';
const limit = 3072;

const small: Check = {
  stage: 'syntax',
  check: `the header lines are at most ${limit} bytes together`,
  failure: 'the headers are too large',
  rule: 'RFC 6585 §5',
};

/** Counts the field lines before anybody reads them. */
async function measured({ message }: Call): Promise<Reply | Forwarded> {
  const lengths = message.fields.map(([name, value]) => name.length + value.length + 4);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= limit) return { message, trace: [passed(small, count(total, 'byte'))] };
  const largest = Math.max(...lengths);
  const [name = ''] = message.fields[lengths.indexOf(largest)] ?? [];
  const saw = `${count(total, 'byte')}, of which ${largest} in ${shown(name, 40)}`;
  return { status: 431, trace: [failed(small, saw, `at most ${limit} bytes`)] };
}

/** What years of visits leave behind. Together less than 4 KiB, since curl -b leaves out what is more. */
const litter = ['basket', 'seen', 'banner', 'trial']
  .map((name, at) => `${name}=${`toy-kettle-${at}.`.repeat(60)}`)
  .join('; ');

const sessionIn = (cookies: string) =>
  cookies.split('; ').find((cookie) => cookie.startsWith('__Host-')) ?? '';

export default defineExercise({
  title: '431: headers too large',
  task: 'One site answers Ada with 431. All others are fine, and the same site works in a new browser profile. Her Cookie header is among your credentials. Send only the part that the server needs.',
  level: 1,
  goal: { status: 200, path },
  hints: [
    'The body names the header that is too large, and the limit. Which part of it does the server need?',
    'The server refused before it reached the first gate. Semicolons divide the cookies, and one of them is her session.',
    'GET /desk with Cookie: __Host-sid=____.',
  ],
  async resource(attempt) {
    const ada = { ...(await person(attempt, 'ada')), principal: { name: 'ada' } };
    const realm = 'desk';
    const { sessions, begun } = await cookieLogin(attempt, realm, [ada]);
    const schemes = [sessions.scheme] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { drawer: ['ink', 'stamps', 'a spare key'] },
          hop: measured,
        }),
      },
      wallet: async () => ({
        cookies: { label: "Ada's Cookie line", value: `${litter}; ${await begun(ada, 600)}` },
      }),
    };
  },
  start: (w) => get(path, ['Cookie', w.cookies]),
  solution: (w) => get(path, ['Cookie', sessionIn(w.cookies)]),
  reasons: [
    'The server needs the session cookie only; without the other cookies the header is small enough.',
  ],
  mistakes: [
    {
      name: 'the same again, past all caches',
      draft: (w) => get(path, ['Cookie', w.cookies], ['Cache-Control', 'no-cache']),
      status: 431,
      fails: small.check,
      misconception: 'clear-history',
    },
    {
      name: 'all cookies deleted',
      draft: () => get(path),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the session deleted with half of the rest',
      draft: () => get(path, ['Cookie', litter.slice(0, litter.indexOf('; banner'))]),
      status: 401,
      fails: 'credentials are presented',
    },
    {
      name: 'the luggage divided among two lines',
      draft: (w) => get(path, ['Cookie', sessionIn(w.cookies)], ['Cookie', litter]),
      status: 431,
      fails: small.check,
      misconception: 'more-is-safer',
    },
    {
      name: 'the luggage in another field',
      draft: (w) => get(path, ['Cookie', sessionIn(w.cookies)], ['X-Basket', litter]),
      status: 431,
      fails: small.check,
      misconception: 'any-field-will-do',
    },
    {
      name: 'the session behind Bearer',
      draft: (w) => get(path, authorization(`Bearer ${sessionIn(w.cookies).slice('__Host-sid='.length)}`)),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'any-scheme-will-do',
    },
    {
      name: 'the session cut off at its end',
      draft: (w) => get(path, ['Cookie', sessionIn(w.cookies).slice(0, -4)]),
      status: 401,
      fails: 'the session id has the form that this server writes',
    },
  ],
});
