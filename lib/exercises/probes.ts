/** "Be the server": a rule that a learner sets is tried on requests whose answers are known, before it is taken. */
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { count } from '@/lib/http-auth/evidence';
import { parseChallenges } from '@/lib/http-auth/grammar';
import { type Field, fieldValue, type Message } from '@/lib/http-auth/message';
import { type Rule, ruleUrl } from '@/lib/http-auth/rule';
import { proposalCheck, type Verdict } from './proposal';

/** A request and the status that a right rule gives it. `name` says both, since it is the check that is shown. */
export interface Probe {
  readonly name: string;
  readonly draft: Draft;
  readonly status: number;
  readonly rule: Rule;
  /** The scheme that the answer asks for, and no other; not looked at where it is left out. */
  readonly asks?: string;
}

/** What a rule answers to a probe. */
export interface ProbeAnswer {
  readonly status: number;
  readonly fields?: readonly Field[];
}

/**
 * Sends every probe to `answer`, and says in a step for each what came out. Where one came out wrong, the content is a
 * problem that names the first of them.
 */
export async function tryProbes(
  probes: readonly Probe[],
  answer: (message: Message) => Promise<ProbeAnswer>,
): Promise<Verdict> {
  const trace: Step[] = [];
  for (const { name, draft, status, rule, asks } of probes) {
    const check = proposalCheck(name, rule);
    const sent = draftMessage(draft, '');
    const came = await answer({ ...sent, fields: [['Host', 'doorman.example'], ...sent.fields] });
    const asked = asks === undefined ? undefined : schemesOf(came);
    const fits = came.status === status && (asks === undefined || asked === asks);
    const saw = described(came.status, asked);
    trace.push(fits ? passed(check, saw) : failed(check, saw, described(status, asks)));
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

/** The schemes of the challenges in an answer, as they stand there; empty where it has none. */
function schemesOf({ fields = [] }: ProbeAnswer): string {
  const challenges = parseChallenges(fieldValue({ fields }, 'WWW-Authenticate') ?? '');
  return challenges.ok ? challenges.value.map(({ scheme }) => scheme).join(', ') : '';
}

function described(status: number, asked: string | undefined): string {
  if (asked === undefined) return String(status);
  return asked ? `${status}, asking for ${asked}` : `${status} without a challenge`;
}
