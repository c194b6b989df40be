/** What a trace says, in a few words and for the three gates. */
import { gateOf, type Stage, type Step, stages } from '@/lib/http-auth/decision';
import type { GateState } from './gate-states';
import { proposalSteps, proposalVerdict } from './proposal';

/** The check that refused, if one did. */
function failedStep(trace: readonly Step[]): Step | undefined {
  return trace.find(({ outcome }) => outcome === 'failed');
}

/** True where a check of this gate was made: a hop in front of the gates, or an open route, asks few of them. */
function isAsked(trace: readonly Step[], stage: Stage): boolean {
  return trace.some((step) => step.stage === stage && step.outcome !== 'skipped');
}

/** One sentence: which gate refused and at which check, or that all let the request through. */
export function verdict(status: number, trace: readonly Step[]): string {
  if (proposalSteps(trace).length) return proposalVerdict(status, trace);
  const step = failedStep(trace);
  if (step) return `${status === 404 ? 'Hidden' : 'Refused'} at ${step.stage}: “${step.check}” does not hold`;
  if (trace.length === 0) return 'It never reached the gates';
  if (!stages.every((stage) => isAsked(trace, stage))) return 'Answered without asking all three gates';
  return status < 300
    ? 'All three gates let it through'
    : 'The gates let it through, and the resource said no';
}

/** How each gate stands after `trace`; undefined where no gate was asked. */
export function tracedGates(status: number, trace: readonly Step[]): Record<Stage, GateState> | undefined {
  if (trace.length === 0) return undefined;
  const step = failedStep(trace);
  const refusing = step && gateOf(step);
  const stop = refusing ? stages.indexOf(refusing) : stages.length;
  const stateAt = (index: number): GateState => {
    const stage = stages[index];
    if (index > stop || !stage || !isAsked(trace, stage)) return 'unreached';
    if (index < stop) return 'passed';
    return status === 404 ? 'hidden' : 'refused';
  };
  return { syntax: stateAt(0), authentication: stateAt(1), authorization: stateAt(2) };
}
