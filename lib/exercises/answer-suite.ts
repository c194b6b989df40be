/** A conformance suite: many requests, and a learner who answers them as a server should. */
import { type Check, failed, passed, type Step } from '@/lib/http-auth/decision';
import { anyone } from '@/lib/http-auth/policies';
import { ruleUrl } from '@/lib/http-auth/rule';
import type { LibraryRequest } from './answer-house';
import type { Call, Door, Reply, Route } from './exercise';
import { judgeAnswer } from './judge-answer';
import { decisionOf, readAnswers } from './proposed-answer';

const all: Check = {
  stage: 'authorization',
  check: 'every answer that was sent is right',
  rule: 'RFC 9110 §15.5.21',
};
const kept = 4 * 3_600_000;

/**
 * The routes and the sheet of a suite: GET /requests lists the requests, POST /answers takes some answers or all of
 * them, by name. A right answer is remembered until a wrong one takes its place; 200 comes once all are right, 202
 * while some are missing.
 */
export function suite(requests: readonly LibraryRequest[], realm: string): Pick<Door, 'routes' | 'sheet'> {
  const names = requests.map(({ name }) => name);
  const sheet = requests.map((one) => ({
    name: one.name,
    request: written(one),
    resource: one.policy,
    finds: one.finds,
  }));
  const listed = {
    realm,
    answer: '{"name": {"status": 401, "fields": [["WWW-Authenticate", "…"]]}, …}',
    requests: sheet,
  };
  const list: Route = { policy: anyone, open: true, handle: async () => ({ status: 200, content: listed }) };
  const answers: Route = {
    policy: anyone,
    open: true,
    methods: ['POST'],
    async handle({ message, env }: Call): Promise<Reply> {
      const read = readAnswers(message.body, names);
      if (!read.ok) return { status: 400, trace: read.trace };
      const marks = new Set((await env.recall('right'))?.split(' ') ?? []);
      const feedback: Record<string, Feedback> = {};
      const trace: Step[] = [...read.trace];
      let wrong = 0;
      for (const [at, request] of requests.entries()) {
        const proposed = read.value.get(request.name);
        if (!proposed) continue;
        const judged = judgeAnswer(proposed, await decisionOf(request, env));
        feedback[request.name] = told(judged.right, judged.trace);
        if (judged.right) marks.add(String(at));
        else marks.delete(String(at));
        // One trace shows one fault; the content tells of the others.
        if (!judged.right && !wrong) trace.push(...judged.trace.map((step) => about(request, step)));
        if (!judged.right) wrong += 1;
      }
      await env.remember('right', [...marks].join(' '), new Date(env.now().getTime() + kept));
      const right = requests.filter((_, at) => marks.has(String(at))).map(({ name }) => name);
      const missing = names.filter((name) => !right.includes(name));
      const content = { right: right.length, of: names.length, missing, feedback };
      if (wrong) return { status: 422, trace, content: { ...problem(wrong, read.value.size), ...content } };
      trace.push(passed(all, `${right.length} of ${names.length} are right`));
      return { status: missing.length ? 202 : 200, trace, content };
    },
  };
  return {
    routes: { '/requests': list, '/answers': answers },
    sheet: { kind: 'answers', requests: sheet },
  };
}

interface Feedback {
  readonly right: boolean;
  readonly check?: string;
  readonly saw?: string;
  readonly expected?: string;
  readonly rule?: string;
}

function told(right: boolean, trace: readonly Step[]): Feedback {
  const step = trace.find(({ outcome }) => outcome === 'failed');
  if (right || !step) return { right };
  const { check, saw, expected = '', rule } = step;
  return { right, check, saw, expected, rule };
}

function about({ name }: LibraryRequest, step: Step): Step {
  return step.saw ? { ...step, saw: `${name}: ${step.saw}` } : step;
}

function problem(wrong: number, sent: number) {
  const { rule } = failed(all, '', '');
  const detail = `${wrong} of the ${sent} that were sent ${wrong === 1 ? 'is' : 'are'} not right.`;
  return { type: ruleUrl(rule), title: 'Unprocessable Content', status: 422, detail };
}

/** The request as text. Tokens are cut: what is in them is said beside it. */
function written({ request: { method, path, fields } }: LibraryRequest): string {
  const lines = fields.map(([name, value]) => `${name}: ${value.replace(/(\beyJ[\w-]{9})[\w.-]+/g, '$1…')}`);
  return [`${method} ${path} HTTP/1.1`, 'Host: library.example', ...lines].join('\n');
}
