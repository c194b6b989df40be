/** What an answer means: in a few words, in a sentence, and for the three gates. */
import { failureOf, gateOf, type Stage, type Step, stages } from '@/lib/http-auth/decision';
import { type GateState, gateStates } from './gate-states';
import { proposalSteps, proposalVerdict } from './proposal';

/** The check that refused, if one did. */
export function failedStep(trace: readonly Step[]): Step | undefined {
  return trace.find(({ outcome }) => outcome === 'failed');
}

/** True where a check of this gate was made: a hop in front of the gates, or an open route, asks few of them. */
function isAsked(trace: readonly Step[], stage: Stage): boolean {
  return trace.some((step) => step.stage === stage && step.outcome !== 'skipped');
}

/** One sentence without its full stop: which gate refused and why, or what else the status means. */
export function verdict(status: number, trace: readonly Step[]): string {
  if (proposalSteps(trace).length) return proposalVerdict(status, trace);
  const step = failedStep(trace);
  if (step) return `${refused(status)} at ${step.stage}${disguise(status)}: ${failureOf(step)}`;
  if (trace.length === 0) return ungated(status);
  const unasked = stages.filter((stage) => !isAsked(trace, stage));
  if (status >= 300 && status < 400) return 'No gate refused it: the response is a redirect';
  if (status >= 400) return 'No gate refused it: the resource itself refused';
  if (unasked.length) return `Let through: no check at ${unasked.join(' or ')}`;
  return 'All three gates let it through';
}

const refused = (status: number) => (status === 404 ? 'Hidden' : 'Refused');

/** How a refusal is answered whose status does not say that it is one. */
function disguise(status: number): string {
  if (status < 300) return `, and answered with ${status} all the same`;
  return status < 400 ? ' with a redirect' : '';
}

/** What a status means where no check was made. */
function ungated(status: number): string {
  if (status < 300) return 'No gate was asked: this is open to everybody';
  if (status < 400) return 'No gate was asked: the response is a redirect';
  switch (status) {
    case 400:
      return 'Refused at syntax: the request could not be read';
    case 401:
    case 407:
      return 'Refused at authentication';
    case 403:
      return 'Refused, and no check says why';
    case 404:
      return 'Nothing is here, or it is hidden';
    case 405:
      return 'No gate was asked: the resource does not have this method';
    case 413:
    case 431:
      return 'No gate was asked: the request is too large';
    case 429:
      return 'No gate was asked: too many requests';
    case 511:
      return 'No gate was reached: a network on the way answered';
    default:
      return status < 500 ? 'No gate was asked' : 'No gate decided: the server could not do its work';
  }
}

/** How each gate stands after `trace`; without one, as far as the status alone tells. */
export function tracedGates(status: number, trace: readonly Step[]): Record<Stage, GateState> {
  if (trace.length === 0) return untracedGates(status);
  const step = failedStep(trace);
  const refusing = step && gateOf(step);
  const stop = refusing ? stages.indexOf(refusing) : stages.length;
  const stateAt = (index: number): GateState => {
    const stage = stages[index];
    if (index > stop || !stage) return 'unreached';
    if (index < stop) return isAsked(trace, stage) ? 'passed' : 'unasked';
    return status === 404 ? 'hidden' : 'refused';
  };
  return { syntax: stateAt(0), authentication: stateAt(1), authorization: stateAt(2) };
}

function untracedGates(status: number): Record<Stage, GateState> {
  if (status < 300) return { syntax: 'unasked', authentication: 'unasked', authorization: 'unasked' };
  // Other statuses may come from a gate and from elsewhere.
  const [syntax, authentication, authorization] = gateStates(
    [400, 401, 407].includes(status) ? status : null,
  );
  return { syntax, authentication, authorization };
}
