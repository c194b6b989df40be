/** A conformance suite: many requests, and a learner who answers them as a server should. */
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { anyone } from '@/lib/http-auth/policies';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import type { Env } from '@/lib/http-auth/scheme';
import type { ProtectedResource, Route } from './exercise';
import { type JudgeOptions, judgeAnswer } from './judge-answer';
import type { LibraryRequest } from './library-api';
import { proposalCheck, proposalRoute, type Verdict } from './proposal';
import { decisionOf, readAnswers } from './proposed-answer';

const all = proposalCheck('every response that was sent is right', 'RFC 9110 §15.5.21');
/** Where each status that the library gives is defined. */
const sections: Readonly<Record<number, Rule>> = {
  200: 'RFC 9110 §15.3.1',
  400: 'RFC 9110 §15.5.1',
  401: 'RFC 9110 §15.5.2',
  403: 'RFC 9110 §15.5.4',
  404: 'RFC 9110 §15.5.5',
};
const lifeMs = 4 * 3_600_000;

/**
 * The routes and the sheet of a suite: GET /requests lists the requests; POST /answers takes some answers or all of
 * them, by name, and GET shows which are right. A right answer is remembered until a wrong one takes its place; 200
 * comes once all are right, 202 while some are missing. `host` is where the requests were sent.
 */
export function suite(
  requests: readonly LibraryRequest[],
  realm: string,
  { host = 'library.example', ...options }: JudgeOptions & { readonly host?: string } = {},
): Pick<ProtectedResource, 'routes' | 'sheet'> {
  const names = requests.map(({ name }) => name);
  const sheet = requests.map((request) => ({
    name: request.name,
    request: written(request, host),
    resource: request.policy,
    finds: request.finds,
  }));
  const send = {
    'text/plain': `${names[0]}: 401\nWWW-Authenticate: …\n\n${names[1]}: …`,
    'application/json': `{"${names[0]}": {"status": 401, "headers": {"WWW-Authenticate": "…"}}, …}`,
  };
  const listed = { realm, propose: 'POST or PUT /answers', as: send, requests: sheet };
  const list: Route = { policy: anyone, open: true, handle: async () => ({ status: 200, content: listed }) };
  const marksOf = async (env: Env) => new Set((await env.recall('right'))?.split(' ').filter(Boolean) ?? []);
  const count = (marks: ReadonlySet<string>) => {
    const right = requests.filter((_, at) => marks.has(String(at))).map(({ name }) => name);
    return { right: right.length, of: names.length, missing: names.filter((name) => !right.includes(name)) };
  };
  const answers = proposalRoute({
    form: { path: '/answers', send },
    read: (body) => readAnswers(body, names),
    now: async ({ env }) => count(await marksOf(env)),
    async judge(proposals, { env }) {
      const marks = await marksOf(env);
      const feedback: Record<string, Feedback> = {};
      const trace: Step[] = [];
      for (const [at, request] of requests.entries()) {
        const proposed = proposals.get(request.name);
        if (!proposed) continue;
        const judged = judgeAnswer(proposed, await decisionOf(request, env), options);
        feedback[request.name] = feedbackOf(judged.right, judged.trace);
        if (judged.right) marks.add(String(at));
        else marks.delete(String(at));
        trace.push(stepOf(request, proposed.status, judged));
      }
      await env.remember('right', [...marks].join(' '), new Date(env.now().getTime() + lifeMs));
      const wrong = trace.filter(({ outcome }) => outcome === 'failed').length;
      const content = { ...count(marks), feedback };
      if (wrong) return { right: false, trace, content: { ...problem(wrong, proposals.size), ...content } };
      return { right: true, trace, content, ...(content.missing.length && { status: 202 }) };
    },
  });
  return {
    routes: { '/requests': list, '/answers': answers },
    sheet: { kind: 'answers', requests: sheet },
  };
}

/** One step for one answer: what is right with it, or the check that it fails. */
function stepOf({ name }: LibraryRequest, status: number, { trace }: Verdict): Step {
  const step = trace.find(({ outcome }) => outcome === 'failed');
  if (step) return { ...step, saw: `${name}: ${step.saw}` };
  return passed(proposalCheck(`${name} is right`, sections[status] ?? 'RFC 9110 §15'), String(status));
}

interface Feedback {
  readonly right: boolean;
  readonly check?: string;
  readonly saw?: string;
  readonly expected?: string;
  readonly rule?: string;
}

function feedbackOf(right: boolean, trace: readonly Step[]): Feedback {
  const step = trace.find(({ outcome }) => outcome === 'failed');
  if (right || !step) return { right };
  const { check, saw, expected = '', rule } = step;
  return { right, check, saw, expected, rule };
}

function problem(wrong: number, sent: number) {
  const { rule } = failed(all, '', '');
  const detail =
    sent === 1
      ? 'The response that was sent is not right.'
      : `${wrong} of the ${sent} responses that were sent ${wrong === 1 ? 'is' : 'are'} not right.`;
  return { type: ruleUrl(rule), title: 'Unprocessable Content', status: 422, detail };
}

/** The request as text. Tokens are cut: what is in them is said beside it. */
function written({ request: { method, path, fields } }: LibraryRequest, host: string): string {
  const lines = fields.map(([name, value]) => `${name}: ${value.replace(/(\beyJ[\w-]{9})[\w.-]+/g, '$1…')}`);
  return [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...lines].join('\n');
}
