/** Checks of a proposal: what a learner proposes in place of a server is judged, and no gate is asked. */
import type { Step } from '@/lib/http-auth/decision';

/** The checks of a proposal; none where the trace is about a request alone. */
export function proposalSteps(trace: readonly Step[]): readonly Step[] {
  return trace.filter(({ stage }) => stage === 'proposal');
}

/** What came of a proposal, in one sentence without its full stop. */
export function proposalVerdict(status: number, trace: readonly Step[]): string {
  const steps = proposalSteps(trace);
  const failures = steps.filter(({ outcome }) => outcome === 'failed');
  const [first] = failures;
  if (!first) return status === 202 ? 'Right so far, and some are missing' : 'The proposal is right';
  if (status === 400) return `The proposal cannot be read: “${first.check}” fails`;
  const reached = steps.filter(({ outcome }) => outcome !== 'skipped');
  const others = reached.length - failures.length;
  const beside = failures.length > 1 ? `, and ${failures.length - 1} more` : '';
  return `The proposal is not right: “${first.check}” fails${beside}; ${others} of ${steps.length} checks pass`;
}
