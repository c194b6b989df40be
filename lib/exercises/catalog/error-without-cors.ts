import { failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic/basic';
import { authorization, basicLine, get, propose } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { inFront } from '../intermediary';
import { person } from '../people';
import { proposalCheck, proposalRoute, type Reading, type Verdict } from '../proposal';
import { proposalForm } from '../proposal-form';
import { readHeaders } from '../proposed-answer';

const page = 'https://shop.example';
const origin: Field = ['Origin', page];
const allow = 'Access-Control-Allow-Origin';

const readable = proposalCheck('the content is one header', 'RFC 9110 §15.5.1');
const named = proposalCheck(
  'the header lets a page of another origin read the response',
  'Fetch §cors-check',
);
const fits = proposalCheck('the header names the origin of the page', 'Fetch §cors-check');

const sheet = proposalForm({
  path: '/errors',
  title: 'Your header for every refusal of this server',
  asks: {
    kind: 'answer',
    headers: [allow, 'Access-Control-Allow-Headers', 'Access-Control-Expose-Headers', 'WWW-Authenticate'],
  },
  begin: '',
});

/** Reads the one header that refusals get. */
function readLine(body: Uint8Array): Reading<Field> {
  const read = readHeaders(body);
  if (!read.ok) return read;
  const [line, ...more] = read.value;
  if (line && !more.length) return { ...read, value: line };
  return { ok: false, trace: [failed(readable, `${read.value.length} headers`, 'one header')] };
}

/** Judges the header as a browser does, and adds it to every refusal of this server, for this attempt. */
async function addLine([name, value]: Field, env: Env): Promise<Verdict> {
  if (name.toLowerCase() !== allow.toLowerCase()) {
    const expected = 'the header that the 200 of this server has and its 401 lacks';
    return { right: false, trace: [failed(named, inert(name, 60), expected)] };
  }
  const trace = [passed(named, allow)];
  if (value !== page && value !== '*') {
    const expected = 'the value of Origin, byte by byte, or a star where no cookies are sent';
    return { right: false, trace: [...trace, failed(fits, inert(value, 60), expected)] };
  }
  await env.remember('line', value, new Date(env.now().getTime() + 4 * 3_600_000));
  const message = 'Every response has the header now, the refusals too. Send GET /shelf again.';
  return { right: true, trace: [...trace, passed(fits, value)], content: { message } };
}

const line = (name: string, value: string) => propose('/errors', `${name}: ${value}`);

export default defineExercise({
  title: 'A 401 that the page may not see',
  task: 'Grace’s page at https://shop.example shows “network error” in place of a 401. Compare the headers of the 401 from /shelf with those of a 200, with Origin in both requests. Then propose the header that refusals lack, with POST to /errors.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/errors' },
  hints: [
    'Send GET /shelf with the right password, and once without it. Compare the two responses.',
    'The second gate sent the 401 and its challenge. The browser does not show them to a page of another origin.',
    'POST /errors with Access-Control-____: ____, where the value is the origin of the page.',
  ],
  async resource(attempt) {
    const grace = await person(attempt, 'grace');
    const realm = 'shelf';
    const schemes = [basic({ accounts: [{ ...grace, principal: { name: 'grace' } }] })] as const;
    const shelf = inFront({
      resource: { realm, schemes, policy: anyone },
      content: { shelf: ['a kettle', 'a map of Kent'] },
      hop: async ({ message }) => ({ message, trace: [] }),
      async back(reply, { message, env }) {
        if (!fieldLines(message, 'Origin').length) return reply;
        const value = reply.status === 200 ? page : await env.recall('line');
        return value ? { ...reply, fields: [...(reply.fields ?? []), [allow, value]] } : reply;
      },
    });
    /** The preflight is answered as it should be; only the refusals lack the line. */
    const options = async (): Promise<Reply> => ({
      status: 204,
      fields: [
        [allow, page],
        ['Access-Control-Allow-Headers', 'authorization'],
      ],
    });
    return {
      realm,
      schemes,
      sheet,
      routes: {
        '/shelf': { ...shelf, ownCors: true, options },
        '/errors': proposalRoute({
          form: sheet,
          read: readLine,
          now: async ({ env }) => {
            const value = await env.recall('line');
            return value ? `${allow}: ${value}` : '';
          },
          judge: (line, { env }) => addLine(line, env),
        }),
      },
      wallet: async () => ({
        'grace-username': { label: "Grace's user name", value: grace.username },
        'grace-password': { label: "Grace's password", value: grace.password },
      }),
    };
  },
  start: () => get('/shelf', origin),
  solution: () => line(allow, page),
  reasons: ['Refusals need Access-Control-Allow-Origin too, or the page cannot read their status.'],
  mistakes: [
    {
      name: 'the 200 to compare with',
      draft: (w) => get('/shelf', origin, basicLine(w, 'grace')),
      status: 200,
    },
    {
      name: 'another password, since there was an error',
      draft: (w) => get('/shelf', origin, authorization(basicCredentials(w['grace-username'], 'let-me-in'))),
      status: 401,
      fails: 'user name and password belong together',
      misconception: '401-means-wrong-password',
    },
    {
      name: 'the line sent by the page itself',
      draft: () => get('/shelf', origin, [allow, page]),
      status: 401,
      fails: 'credentials are presented',
      misconception: 'the-client-grants-itself-cors',
    },
    {
      name: 'the line that a preflight needs',
      draft: () => line('Access-Control-Allow-Headers', 'authorization'),
      status: 422,
      fails: 'the header lets a page of another origin read the response',
      misconception: 'every-cors-line-is-the-same',
    },
    {
      name: 'a slash behind the origin',
      draft: () => line(allow, `${page}/`),
      status: 422,
      fails: 'the header names the origin of the page',
      misconception: 'an-origin-ends-with-a-slash',
    },
    {
      name: 'two origins in one line',
      draft: () => line(allow, `${page}, https://other.example`),
      status: 422,
      fails: 'the header names the origin of the page',
    },
    {
      name: 'the challenge once more',
      draft: () => line('WWW-Authenticate', 'Basic realm="shelf"'),
      status: 422,
      fails: 'the header lets a page of another origin read the response',
    },
    {
      name: 'two headers at once',
      draft: () => propose('/errors', `${allow}: ${page}\nVary: Origin`),
      status: 400,
      fails: 'the content is one header',
    },
  ],
});
