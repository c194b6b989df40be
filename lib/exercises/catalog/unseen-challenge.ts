import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { tokenService } from '../api-tokens';
import { authorization, get, propose, send } from '../drafts';
import { defineExercise, type Reply } from '../exercise';
import { fetchSteps } from '../fetch-check';
import { inFront } from '../intermediary';
import { proposalRoute } from '../proposal';
import { proposalForm } from '../proposal-form';
import { readHeaders } from '../proposed-answer';
import { secondOriginAddress } from '../second-origin-redirect';

const page = 'https://shop.example';
const origin: Field = ['Origin', page];
const allow = 'Access-Control-Allow-Origin';
const expose = 'Access-Control-Expose-Headers';
const call = { origin: page, withCookies: false, reads: 'WWW-Authenticate' };

const write = (fields: readonly Field[]) => fields.map(([name, value]) => `${name}: ${value}`).join('\n');

const sheet = proposalForm({
  path: '/errors',
  title: 'The headers of every refusal of /shelf',
  asks: { kind: 'answer', headers: [allow, expose, 'Access-Control-Allow-Headers'] },
  begin: write([[allow, page]]),
});

const line = (...fields: Field[]) => propose('/errors', write(fields));

export default defineExercise({
  title: 'A 401 without its challenge',
  task: 'Ada’s page at https://shop.example gets a 401 from /shelf. Its script reads the status but not WWW-Authenticate, so it does not learn that the token has expired. Propose the headers of refusals with POST to /errors.',
  level: 2,
  goal: { status: 200, method: 'POST', path: '/errors' },
  hints: [
    'The challenge is in the response that crossed the wire. Which header decides what a script may read of it?',
    'The second gate did its work. The browser shows a script of another origin only seven response headers, and those that the response names.',
    'POST /errors with Access-Control-Allow-Origin as it is, and a second line, Access-Control-____-Headers: ____.',
  ],
  async resource(attempt) {
    const { scheme, issuer, at } = await tokenService(attempt);
    const realm = 'shelf';
    const resource = { realm, schemes: [scheme] as const, policy: anyone };
    const options = async (): Promise<Reply> => ({
      status: 204,
      fields: [
        [allow, '*'],
        ['Access-Control-Allow-Headers', 'authorization'],
      ],
    });
    /** The shelf behind a layer that adds `lines` to what it answers to a page of another origin. */
    const shelf = (lines: (stored: string | undefined) => readonly Field[]) => ({
      ...inFront({
        resource,
        content: { shelf: ['a kettle', 'a map of Kent'] },
        hop: async ({ message }) => ({ message, trace: [] }),
        async back(reply, { message, env }) {
          if (!fieldLines(message, 'Origin').length) return reply;
          return { ...reply, fields: [...(reply.fields ?? []), ...lines(await env.recall('lines'))] };
        },
      }),
      ownCors: true as const,
      options,
    });
    const proposed = (text: string): readonly Field[] => {
      const read = readHeaders(new TextEncoder().encode(text));
      return read.ok ? read.value : [];
    };
    return {
      realm,
      schemes: [scheme],
      sheet,
      routes: {
        '/shelf': shelf((stored) => proposed(stored ?? sheet.begin)),
        '/bare': shelf(() => []),
        '/status': shelf(() => [[allow, '*']]),
        '/challenge': shelf(() => [
          [allow, '*'],
          [expose, 'WWW-Authenticate'],
        ]),
        '/other-origin': secondOriginAddress,
        '/errors': proposalRoute({
          form: sheet,
          read: readHeaders,
          now: async ({ env }) => (await env.recall('lines')) ?? sheet.begin,
          async judge(fields, { env }) {
            const trace = fetchSteps(fields, call);
            if (!trace.every(({ outcome }) => outcome === 'passed')) return { right: false, trace };
            const until = new Date(env.now().getTime() + 4 * 3_600_000);
            await env.remember('lines', write(fields), until);
            const message = 'Every refusal has these headers now. Send GET /shelf again.';
            return { right: true, trace, content: { message } };
          },
        }),
      },
      wallet: async () => ({
        'old-token': {
          label: 'Ada’s token of this morning',
          value: await issuer.token({ sub: 'ada', iat: at(-4 * 3600), exp: at(-240) }),
        },
      }),
    };
  },
  start: (w) => get('/shelf', origin, authorization(`Bearer ${w['old-token']}`)),
  solution: () => line([allow, page], [expose, 'WWW-Authenticate']),
  reasons: [
    'The origin may read the response, and the name of the challenge’s header is exposed to its script.',
  ],
  mistakes: [
    {
      name: 'no header for other origins',
      draft: (w) => get('/bare', origin, authorization(`Bearer ${w['old-token']}`)),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'a-type-error-means-no-answer',
    },
    {
      name: 'the status alone',
      draft: (w) => get('/status', origin, authorization(`Bearer ${w['old-token']}`)),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'a-script-reads-every-header',
    },
    {
      name: 'status and challenge',
      draft: (w) => get('/challenge', origin, authorization(`Bearer ${w['old-token']}`)),
      status: 401,
      fails: 'exp is still to come',
    },
    {
      name: 'the preflight before it',
      draft: () =>
        send(
          'OPTIONS',
          '/bare',
          origin,
          ['Access-Control-Request-Method', 'GET'],
          ['Access-Control-Request-Headers', 'authorization'],
        ),
      status: 204,
    },
    {
      name: 'the headers as they are',
      draft: () => line([allow, page]),
      status: 422,
      fails: 'the script can read the challenge',
      misconception: 'a-script-reads-every-header',
    },
    {
      name: 'the header that a preflight needs',
      draft: () => line([allow, page], ['Access-Control-Allow-Headers', 'WWW-Authenticate']),
      status: 422,
      fails: 'the script can read the challenge',
      misconception: 'allow-and-expose-are-one',
    },
    {
      name: 'Authorization exposed',
      draft: () => line([allow, page], [expose, 'Authorization']),
      status: 422,
      fails: 'the script can read the challenge',
      misconception: 'the-answer-goes-where-the-question-was',
    },
    {
      name: 'the challenge exposed, and no origin named',
      draft: () => line([expose, 'WWW-Authenticate']),
      status: 422,
      fails: 'the origin of the page may read the response',
      misconception: 'one-field-allowed-is-all-allowed',
    },
    {
      name: 'a slash behind the origin',
      draft: () => line([allow, `${page}/`], [expose, 'WWW-Authenticate']),
      status: 422,
      fails: 'the origin of the page may read the response',
      misconception: 'an-origin-ends-with-a-slash',
    },
    {
      name: 'the header sent by the page',
      draft: (w) =>
        get('/shelf', origin, authorization(`Bearer ${w['old-token']}`), [expose, 'WWW-Authenticate']),
      status: 401,
      fails: 'exp is still to come',
      misconception: 'the-client-grants-itself-cors',
    },
  ],
});
