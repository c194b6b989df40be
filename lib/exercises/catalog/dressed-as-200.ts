import { type Check, passed } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { fieldValue, type Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import { bearer } from '@/lib/http-auth/schemes/bearer/bearer';
import { opaqueTokens } from '@/lib/http-auth/schemes/token';
import { authorization, get } from '../drafts';
import { type Call, defineExercise, type Reply } from '../exercise';
import { inFront } from '../intermediary';
import { toyKey } from '../people';

const path = '/report';

const suited: Check = {
  stage: 'syntax',
  check: 'the form of a refusal is chosen by Accept',
  rule: 'RFC 9110 §12.5.1',
};

/** How much a client wants a media type that it names itself: 0 where it does not name it. */
function weight(message: Message, type: string): number {
  const ranges = (fieldValue(message, 'Accept') ?? '').toLowerCase().split(',');
  const range = ranges.find((mediaRange) => mediaRange.split(';')[0]?.trim() === type);
  const quality = /;\s*q=([\d.]+)/.exec(range ?? '')?.[1];
  return range === undefined ? 0 : Number(quality ?? 1);
}

/** People are sent to the sign-in page; only who asks for JSON is told the status. */
async function dressed(reply: Reply, { message, resource }: Call): Promise<Reply> {
  if (reply.status !== 401) return reply;
  const json = weight(message, 'application/json');
  const accept = inert(fieldValue(message, 'Accept') ?? 'no Accept', 60);
  const trace = [passed(suited, accept), ...(reply.trace ?? [])];
  if (json > 0 && json >= weight(message, 'text/html')) return { ...reply, trace };
  return { status: 302, fields: [['Location', `${resource}/sign-in`]], trace };
}

const signIn = `<!doctype html>
<html lang="en">
<title>Sign in</title>
<h1>Please sign in</h1>
<p>Your session has ended.</p>
</html>
`;

const html: [string, string] = ['Accept', 'text/html,application/xhtml+xml'];
const json: [string, string] = ['Accept', 'application/json'];

export default defineExercise({
  title: 'A redirect instead of a 401',
  task: 'Alan’s monitor follows redirects and sees a 200, but no report has come for a week. Get the true status of /report: the 401 that the sign-in page hides.',
  level: 1,
  goal: { status: 401, path },
  hints: [
    'Do not follow the redirect. What does /report itself answer, and where does Location lead?',
    'The second gate refused. The server answered with a redirect because it treated the client as a browser. Which request header says so?',
    'GET /report with Accept: ____/____, what a program wants to read.',
  ],
  async resource(attempt) {
    const value = await toyKey(attempt, 'token of the monitor');
    const realm = 'reports';
    const schemes = [bearer({ tokens: opaqueTokens({ [value]: { principal: { name: 'alan' } } }) })] as const;
    return {
      realm,
      schemes,
      routes: {
        [path]: inFront({
          resource: { realm, schemes, policy: anyone },
          content: { report: 'Kettles: 14. Teapots: 9.' },
          hop: async ({ message }) => ({ message, trace: [] }),
          back: dressed,
        }),
        '/sign-in': {
          policy: anyone,
          open: true,
          handle: async () => ({
            status: 200,
            fields: [['Content-Type', 'text/html; charset=utf-8']],
            text: signIn,
          }),
        },
      },
      wallet: async () => ({ token: { label: 'Token that the monitor forgot', value } }),
    };
  },
  start: () => get(path, html),
  solution: () => get(path, json),
  reasons: ['A client that accepts JSON gets the true status; one that accepts HTML gets the sign-in page.'],
  mistakes: [
    {
      name: 'the page at the end of the redirect',
      draft: () => get('/sign-in', html),
      status: 200,
      misconception: '200-means-it-worked',
    },
    {
      name: 'no Accept at all',
      draft: () => get(path),
      status: 302,
      fails: 'credentials are presented',
      misconception: 'a-401-leads-to-the-sign-in-page',
    },
    {
      name: 'anything will do',
      draft: () => get(path, ['Accept', '*/*']),
      status: 302,
      fails: 'credentials are presented',
      misconception: 'a-401-leads-to-the-sign-in-page',
    },
    {
      name: 'JSON, but rather a page',
      draft: () => get(path, ['Accept', 'text/html, application/json;q=0.5']),
      status: 302,
      fails: 'credentials are presented',
    },
    {
      name: 'a field that only some servers look at',
      draft: () => get(path, ['X-Requested-With', 'XMLHttpRequest']),
      status: 302,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'Content-Type in place of Accept',
      draft: () => get(path, ['Content-Type', 'application/json']),
      status: 302,
      fails: 'credentials are presented',
      misconception: 'any-field-will-do',
    },
    {
      name: 'with the token, and so without a refusal',
      draft: (w) => get(path, html, authorization(`Bearer ${w.token}`)),
      status: 200,
    },
  ],
});
