/** "Be the server": a rule that a learner sets is tried on requests whose answers are known, before it is taken. */
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { count } from '@/lib/http-auth/evidence';
import type { Message } from '@/lib/http-auth/message';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import { proposalCheck, type Verdict } from './proposal';

/** A request and the status that a right rule gives it. `name` says both, since it is the check that is shown. */
export interface Probe {
  readonly name: string;
  readonly draft: Draft;
  readonly status: number;
  readonly rule: Rule;
}

/**
 * Sends every probe to `answer`, and says in a step for each what came out. Where one came out wrong, the content is a
 * problem that names the first of them.
 */
export async function tryProbes(
  probes: readonly Probe[],
  answer: (message: Message) => Promise<{ readonly status: number }>,
): Promise<Verdict> {
  const trace: Step[] = [];
  for (const { name, draft, status, rule } of probes) {
    const check = proposalCheck(name, rule);
    const sent = draftMessage(draft, '');
    const came = await answer({ ...sent, fields: [['Host', 'doorman.example'], ...sent.fields] });
    const fits = came.status === status;
    trace.push(fits ? passed(check, String(status)) : failed(check, String(came.status), String(status)));
  }
  const wrong = trace.filter(({ outcome }) => outcome === 'failed');
  const [first] = wrong;
  if (!first) return { right: true, trace };
  const content = {
    type: ruleUrl('RFC 9110 §15.5.21'),
    title: 'Unprocessable Content',
    status: 422,
    detail: `Not taken: ${count(wrong.length, 'probe')} out of ${probes.length} came out wrong. The first is “${first.check}”: your rule gives ${first.saw}.`,
  };
  return { right: false, trace, content };
}
