/** Judges what a learner's code answered to a suite of requests: each answer by the decision of the gates. */
import { judgeAnswer } from '@/lib/exercises/judge-answer';
import { type Check, failed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { type Challenge, isToken, parseChallenges } from '@/lib/http-auth/grammar';
import { fieldValue } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';
import { decideAt } from '@/lib/practice/resource';
import type { Case } from './handler';
import type { Outcome, Returned } from './reply';

/** The verdict on one answer. A wrong one has the first step that failed, with its rule. */
export type CaseVerdict = { readonly right: true } | { readonly right: false; readonly step: Step };

const check = (words: string, rule: Rule): Check => ({ stage: 'proposal', check: words, rule });
const returns = check('the handler returns a response', 'RFC 9110 §15.6.1');
const codes = check('the status is a final one', 'RFC 9110 §15');
const wellFormed = check('every header of the response parses', 'RFC 9110 §5.5');
const challenges = check('WWW-Authenticate parses', 'RFC 9110 §11.6.1');
const sends = check('a success sends the content', 'RFC 9110 §15.3.1');
const keepsBack = check('a refusal has nothing of what it protects', 'RFC 9110 §15.5.4');
const unstored = check('no cache may keep the response', 'RFC 9111 §5.2.2.5');
const alike = check('hidden and missing do not differ', 'RFC 9110 §15.5.4');

/**
 * Judges the answers to `cases`; `outcomeOf` gives what the code did with the case of a name. The verdicts come in the
 * order of the cases.
 */
export async function judgeSuite(
  cases: readonly Case[],
  outcomeOf: (name: string) => Outcome | undefined,
): Promise<readonly CaseVerdict[]> {
  return Promise.all(
    cases.map(async (attack) => {
      const step = await firstFault(attack, outcomeOf);
      return step ? { right: false as const, step } : { right: true as const };
    }),
  );
}

async function firstFault(
  attack: Case,
  outcomeOf: (name: string) => Outcome | undefined,
): Promise<Step | undefined> {
  const outcome = outcomeOf(attack.name);
  if (!outcome || 'failure' in outcome) {
    const saw = outcome ? inert(outcome.failure, 300) : 'no answer';
    return failed(returns, saw, 'a response to every request; a server that fails answers 500');
  }
  const { returned } = outcome;
  const other = attack.like === undefined ? undefined : outcomeOf(attack.like);
  return (
    formFault(returned) ??
    (await decisionFault(attack, returned)) ??
    contentFault(attack, returned) ??
    (attack.unstored ? storageFault(returned) : undefined) ??
    (other && 'returned' in other ? likenessFault(returned, other.returned) : undefined)
  );
}

/** Whether this can be sent as a response at all. */
function formFault({ status, fields }: Returned): Step | undefined {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    return failed(codes, `the status ${status}`, 'a whole number from 200 to 599');
  }
  for (const [name, value] of fields) {
    if (!isToken(name))
      return failed(wellFormed, `a header called ${inert(name, 40)}`, 'a name as WWW-Authenticate');
    // A line feed would begin another header: it is how responses are split.
    if (/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(value)) {
      return failed(
        wellFormed,
        `${name}: ${inert(value, 60)}`,
        'a value without line breaks and control characters',
      );
    }
  }
  return undefined;
}

async function decisionFault(
  { resource, request }: Case,
  { status, fields }: Returned,
): Promise<Step | undefined> {
  const parsed: Challenge[] = [];
  for (const [name, value] of fields) {
    if (name.toLowerCase() !== 'www-authenticate') continue;
    const read = parseChallenges(value);
    if (!read.ok) return failed(challenges, inert(value, 80), `${read.expected} at byte ${read.offset + 1}`);
    parsed.push(...read.value);
  }
  const decision = await decideAt(resource, request);
  const { trace } = judgeAnswer({ status, fields, challenges: parsed }, decision);
  return trace.find(({ outcome }) => outcome === 'failed');
}

function contentFault({ request, content }: Case, { status, body }: Returned): Step | undefined {
  const isThere = body.includes(content);
  if (status < 300) {
    if (isThere || request.method === 'HEAD') return undefined;
    return failed(sends, body === '' ? 'an empty body' : 'another body', 'the content of the resource');
  }
  return isThere
    ? failed(keepsBack, `the content beside ${status}`, 'a body that says nothing of it')
    : undefined;
}

function storageFault(returned: Returned): Step | undefined {
  const control = fieldValue(returned, 'Cache-Control');
  const directives = (control ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store')) return undefined;
  const saw = control === undefined ? 'no Cache-Control' : `Cache-Control: ${inert(control, 60)}`;
  return failed(unstored, saw, 'Cache-Control: no-store, since a cache may keep a 404 by guess');
}

function likenessFault(here: Returned, there: Returned): Step | undefined {
  const differs = (what: string) =>
    failed(alike, `another ${what} than for a page that is missing`, 'the same response for both');
  if (here.status !== there.status) return differs('status');
  const names = (fields: Returned['fields']) => fields.map(([name]) => name.toLowerCase()).sort();
  const odd = [...names(here.fields), ...names(there.fields)].find(
    (name) => fieldValue(here, name) !== fieldValue(there, name),
  );
  if (odd !== undefined) return differs(`header ${inert(odd, 40)}`);
  return here.body === there.body ? undefined : differs('body');
}
