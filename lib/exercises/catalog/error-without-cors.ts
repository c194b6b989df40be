import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { basic, basicCredentials } from '@/lib/http-auth/schemes/basic';
import { kindOf, member, readJsonObject } from '@/lib/http-auth/schemes/strict-json';
import { authorization, basicLine, get, sendJson } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { inFront } from '../in-front';
import { person } from '../people';

const page = 'https://shop.example';
const origin: Field = ['Origin', page];
const allow = 'Access-Control-Allow-Origin';

const readable: Check = {
  stage: 'syntax',
  check: 'the content is one field line',
  rule: 'RFC 9110 §15.5.1',
};
const named: Check = {
  stage: 'authorization',
  check: 'the line lets a page of another origin read the answer',
  rule: 'RFC 6454 §3.4.2',
};
const fits: Check = {
  stage: 'authorization',
  check: 'the line names the origin of the page',
  rule: 'RFC 6454 §3.4.2',
};

const form = '{"name": "…", "value": "…"}';

/** Adds a line to every refusal of this server, for this attempt; 422 where the line does not mend it. */
async function addLine({ message, env }: Call): Promise<Reply> {
  const read = readJsonObject(message.body);
  if (!read.ok) return { status: 400, trace: [failed(readable, read.saw, form)] };
  const [name, value] = [member(read.object, 'name'), member(read.object, 'value')];
  if (typeof name !== 'string' || typeof value !== 'string') {
    const saw = `name: ${kindOf(name)}, value: ${kindOf(value)}`;
    return { status: 400, trace: [failed(readable, saw, form)] };
  }
  const trace = [passed(readable, inert(name, 60))];
  if (name.toLowerCase() !== allow.toLowerCase()) {
    const expected = 'the line that the 200 of this server has and its 401 lacks';
    return { status: 422, trace: [...trace, failed(named, inert(name, 60), expected)] };
  }
  trace.push(passed(named, allow));
  if (value !== page && value !== '*') {
    const expected = 'the value of Origin, octet by octet, or a star where no cookies are sent';
    return { status: 422, trace: [...trace, failed(fits, inert(value, 60), expected)] };
  }
  await env.remember('line', value, new Date(env.now().getTime() + 4 * 3_600_000));
  const content = { message: 'Every answer has the line now, the refusals too. Send GET /shelf again.' };
  return { status: 200, content, trace: [...trace, passed(fits, value)] };
}

const line = (name: string, value: string) => sendJson('/errors', { name, value });

export default defineExercise({
  title: 'A 401 that the page may not see',
  task: 'Grace’s page at https://shop.example shows “network error” in place of a 401. Compare the lines of the 401 from /shelf with those of a 200, with Origin in both requests; then POST to /errors the line that refusals lack, as {"name": "…", "value": "…"}.',
  level: 3,
  goal: { status: 200, method: 'POST', path: '/errors' },
  hints: [
    'Ask for /shelf with the right password and once without. Lay the two answers side by side.',
    'The second gate did its work: the 401 and its challenge are there. It is the browser that keeps them from a page of another origin.',
    'POST /errors with {"name": "Access-Control-____", "value": "____"}, where the value is the origin of the page.',
  ],
  async door(attempt) {
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
      routes: {
        '/shelf': { ...shelf, ownCors: true, options },
        '/errors': { policy: anyone, methods: ['POST'], open: true, handle: addLine },
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
      fails: 'the line lets a page of another origin read the answer',
      misconception: 'every-cors-line-is-the-same',
    },
    {
      name: 'a slash behind the origin',
      draft: () => line(allow, `${page}/`),
      status: 422,
      fails: 'the line names the origin of the page',
      misconception: 'an-origin-ends-with-a-slash',
    },
    {
      name: 'two origins in one line',
      draft: () => line(allow, `${page}, https://other.example`),
      status: 422,
      fails: 'the line names the origin of the page',
    },
    {
      name: 'the challenge once more',
      draft: () => line('WWW-Authenticate', 'Basic realm="shelf"'),
      status: 422,
      fails: 'the line lets a page of another origin read the answer',
    },
    {
      name: 'a line without a value',
      draft: () => sendJson('/errors', { name: allow }),
      status: 400,
      fails: 'the content is one field line',
    },
  ],
});
