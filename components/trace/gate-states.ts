/** How each gate stands after a response (RFC 9110 §15.5). */

export type GateState = 'passed' | 'refused' | 'hidden' | 'unreached';

/**
 * The three gates for a status, null before there is one. The stage of the last check fixes the status, so the
 * status tells the stage; what no gate speaks for (a method, a size) is stopped at the first.
 */
export function gateStates(status: number | null): readonly [GateState, GateState, GateState] {
  if (status === null) return ['unreached', 'unreached', 'unreached'];
  if (status < 300) return ['passed', 'passed', 'passed'];
  if (status === 401) return ['passed', 'refused', 'unreached'];
  if (status === 403 || status === 419 || status === 429) return ['passed', 'passed', 'refused'];
  if (status === 404) return ['passed', 'passed', 'hidden'];
  return ['refused', 'unreached', 'unreached'];
}
