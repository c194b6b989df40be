/** Why a status or a gate is the right one here, or is not. */
import { type Decision, type Stage, type Step, stages } from '@/lib/http-auth/decision';

/** The step at which the request was stopped; undefined where it passed. */
export function stopOf({ trace }: Pick<Decision, 'trace'>): Step | undefined {
  return trace.find(({ outcome }) => outcome === 'failed');
}

/** The step behind the whole answer: the one that stopped the request, else the last that let it pass. */
export function decidingStep(decision: Pick<Decision, 'trace'>): Step {
  const step = stopOf(decision) ?? decision.trace.findLast(({ outcome }) => outcome === 'passed');
  if (!step) throw new Error('A decision without a step');
  return step;
}

/** Why the answer is what it is, from its trace. */
export function whyRight(decision: Decision): string {
  const stop = stopOf(decision);
  if (!stop)
    return 'It is well-formed, its credentials are valid, and they suffice: it passes all three gates.';
  const hidden = decision.status === 404 ? ' The resource hides, so the answer is 404.' : '';
  return `Refused at ${stop.stage}: the check “${stop.check}” failed. The gate saw ${stop.saw}.${hidden}`;
}

type Status = 200 | 400 | 401 | 403 | 404;

/** By the status that was given, then by the right one. */
const whyNot: Readonly<Record<Status, Partial<Record<Status, string>>>> = {
  200: {
    400: 'A malformed request passes no gate: this one can be read in more than one way, or in none.',
    401: 'The server needs valid credentials here, and it found none.',
    403: 'Valid credentials are not enough here: this resource asks for more.',
    404: 'One of the gates refuses it. The trace shows which.',
  },
  400: {
    200: 'This request is well-formed.',
    401: 'The form is right: one header, one scheme. What comes after is checked at the second gate.',
    403: 'The request is well-formed, and its credentials are valid.',
    404: 'This resource hides: each refusal is a 404, whatever the reason.',
  },
  401: {
    200: 'The credentials are valid, so the server has nothing to ask for.',
    400: 'The request is malformed, so the server does not look at its credentials.',
    403: 'The credentials are valid. A 401 would say that they are missing or wrong.',
    404: 'A challenge would show that something is here, and this resource hides.',
  },
  403: {
    200: 'The client may do this.',
    400: 'The request is malformed, so the server does not check what the client may do.',
    401: 'A 403 here would need valid credentials, and the server found none.',
    404: 'A 403 would show that something is here, and this resource hides.',
  },
  404: {
    200: 'The resource is there, and the request passes.',
    400: 'This resource does not hide: it says what is wrong.',
    401: 'This resource does not hide: it says how to come back.',
    403: 'This resource does not hide: it says openly that it refuses.',
  },
};

/** Why the answer is not `given`. */
export function whyNotStatus(given: number, right: number): string {
  return whyNot[given as Status]?.[right as Status] ?? 'No gate gives this status here.';
}

/** Why the request is not stopped at `gate`, where undefined stands for no gate. */
export function whyNotGate(gate: Stage | undefined, stop: Stage | undefined): string {
  if (gate === undefined) return 'One of the gates refuses it. The trace shows which.';
  if (stop !== undefined && stages.indexOf(gate) > stages.indexOf(stop)) {
    return 'The request does not come this far: an earlier gate stops it.';
  }
  return passes[gate];
}

const passes: Readonly<Record<Stage, string>> = {
  syntax: 'The request is well-formed, so this gate lets it through.',
  authentication: 'The credentials are valid, so this gate lets the request through.',
  authorization: 'The client may do this, so this gate lets the request through.',
};
