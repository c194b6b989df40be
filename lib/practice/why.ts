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
  if (!stop) return 'It can be read, its sender is known, and may: all three gates are open.';
  const hidden = decision.status === 404 ? ' The resource hides, so the answer is 404.' : '';
  return `Refused at ${stop.stage}, where “${stop.check}” does not hold: the gate saw ${stop.saw}.${hidden}`;
}

type Status = 200 | 400 | 401 | 403 | 404;

/** By the status that was given, then by the right one. */
const whyNot: Readonly<Record<Status, Partial<Record<Status, string>>>> = {
  200: {
    400: 'Nothing passes that cannot be read in one way only.',
    401: 'Only those whom the server recognises may pass, and it recognised nobody.',
    403: 'Being known is not enough: this resource asks for more.',
    404: 'One of the gates refuses it; the trace shows which.',
  },
  400: {
    200: 'Nothing is wrong with the form of this request.',
    401: 'The form is right: one field line, one scheme, and what follows is for the second gate to judge.',
    403: 'The request could be read, and its sender was recognised.',
    404: 'This resource hides, so no refusal of it shows a status of its own.',
  },
  401: {
    200: 'The credentials are there and valid, so there is nothing left to ask.',
    400: 'The request is stopped before anybody looks at who sends it.',
    403: 'The credentials are valid. A 401 would say that they are missing or wrong.',
    404: 'A challenge would tell everybody that something is here, and this resource hides.',
  },
  403: {
    200: 'Whoever sends this is among those who may.',
    400: 'Nobody came as far as the question of who may.',
    401: 'That would be for somebody who was recognised, and nobody was.',
    404: 'A 403 would tell that something is here, and this resource hides.',
  },
  404: {
    200: 'The resource is there, and lets this request pass.',
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
  if (gate === undefined) return 'One of the gates refuses it; the trace shows which.';
  if (stop !== undefined && stages.indexOf(gate) > stages.indexOf(stop)) {
    return 'It does not come this far: an earlier gate stops it.';
  }
  return passes[gate];
}

const passes: Readonly<Record<Stage, string>> = {
  syntax: 'Its form is right, so this gate lets it through.',
  authentication: 'Its credentials are valid, so this gate knows who asks and lets it through.',
  authorization: 'Whoever sends this is among those who may.',
};
