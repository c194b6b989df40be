/** Why a status or a gate is the right one here, or is not. */
import { type Decision, failureOf, type Stage, type Step, stages } from '@/lib/http-auth/decision';

/** The step at which the request was stopped; undefined where it passed. */
export function stopOf({ trace }: Pick<Decision, 'trace'>): Step | undefined {
  return trace.find(({ outcome }) => outcome === 'failed');
}

/** The step that decided the answer: the one that stopped the request, else the last that let it pass. */
export function decidingStep(decision: Pick<Decision, 'trace'>): Step {
  const step = stopOf(decision) ?? decision.trace.findLast(({ outcome }) => outcome === 'passed');
  if (!step) throw new Error('A decision without a step');
  return step;
}

/** Why the answer is what it is, from its trace. */
export function whyRight(decision: Decision): string {
  const stop = stopOf(decision);
  if (!stop)
    return 'The request can be read, its sender is recognised and may do this, so no gate refuses it.';
  const hidden = decision.status === 404 ? ' The resource hides, so the response is 404.' : '';
  const right = stop.expected ? `; it expected ${stop.expected}` : '';
  return `Refused at ${stop.stage}: ${failureOf(stop)}. The server saw ${stop.saw}${right}.${hidden}`;
}

type Status = 200 | 400 | 401 | 403 | 404;

/** By the status that was given, then by the right one. */
const whyNot: Readonly<Record<Status, Partial<Record<Status, string>>>> = {
  200: {
    400: 'The server refuses a request that it cannot read in exactly one way.',
    401: 'The server allows this only to people that it recognises, and it recognised nobody.',
    403: 'The sender is recognised, but this resource asks for more.',
    404: 'One of the gates refuses it. The trace shows which.',
  },
  400: {
    200: 'The form of this request is right.',
    401: 'The form of this request is right. The second gate checks the credentials, or asks for them.',
    403: 'The request could be read, and its sender was recognised.',
    404: 'This resource hides, so every refusal is a 404.',
  },
  401: {
    200: 'The credentials are there and valid, so the server does not have to ask for them.',
    400: 'The first gate refuses the request before the server looks at its credentials.',
    403: 'The credentials are valid. A 401 would say that they are missing or wrong.',
    404: 'A challenge would show everybody that something is here, and this resource hides.',
  },
  403: {
    200: 'The sender of this request may do this.',
    400: 'The request did not reach the third gate, which asks who may.',
    401: 'By the rules of this server, a 403 is for a sender that it recognised. It recognised nobody.',
    404: 'A 403 would show that something is here, and this resource hides.',
  },
  404: {
    200: 'The resource is there, and the request is allowed.',
    400: 'This resource does not hide: it says what is wrong.',
    401: 'This resource does not hide: it says how to sign in.',
    403: 'This resource does not hide: it says that it refuses.',
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
    return 'The request does not reach this gate: an earlier one refuses it.';
  }
  return passes[gate];
}

const passes: Readonly<Record<Stage, string>> = {
  syntax: 'Its form is right, so this gate does not refuse it.',
  authentication: 'Its credentials are valid, so this gate recognises the sender and does not refuse it.',
  authorization: 'The sender of this request may do this.',
};
