/** How each gate stands after a response (RFC 9110 §15.5). */
import { stages } from '@/lib/http-auth/decision';

/** `unasked` is a gate without a check of its own: the request went by. */
export type GateState = 'passed' | 'refused' | 'hidden' | 'unasked' | 'unreached';

/** The statuses of a request that could not be read: malformed, or of a form or size that is not taken. */
const unreadable = [400, 411, 413, 414, 415, 417, 431];

/**
 * The three gates for a status, null before there is one. The stage of the last check fixes the status, so the
 * status tells the stage. A redirect, a missing method, a fault of the server and the 511 of a network in between
 * (RFC 6585 §6) are answers of no gate.
 */
export function gateStates(status: number | null): readonly [GateState, GateState, GateState] {
  if (status === null) return ['unreached', 'unreached', 'unreached'];
  if (status < 300) return ['passed', 'passed', 'passed'];
  if (unreadable.includes(status)) return ['refused', 'unreached', 'unreached'];
  if (status === 401 || status === 407) return ['passed', 'refused', 'unreached'];
  // 422 is no gate's: the request came through, and what it proposes does not hold.
  if (status === 422) return ['passed', 'passed', 'passed'];
  if ([403, 419, 429, 451].includes(status)) return ['passed', 'passed', 'refused'];
  if (status === 404) return ['passed', 'passed', 'hidden'];
  return ['unreached', 'unreached', 'unreached'];
}

/** A gate, and the status that it answers with where it does not let through; 200 where it does. */
export interface StatusGate {
  readonly state: GateState;
  readonly status: number;
}

/** The three gates of something that is about several statuses: every gate that gives one of them refuses. */
export function gatesOf(statuses: readonly number[]): StatusGate[] {
  const stops = statuses.map((status) => gateStates(status));
  const last = Math.max(...stops.map((states) => states.findLastIndex((state) => state !== 'unreached')));
  return stages.map((_, gate) => {
    const at = stops.findIndex((states) => states[gate] === 'refused' || states[gate] === 'hidden');
    return {
      state: stops[at]?.[gate] ?? (gate > last ? 'unreached' : 'passed'),
      status: statuses[at] ?? 200,
    };
  });
}
