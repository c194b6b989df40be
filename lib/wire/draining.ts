/** A server that was asked to end: whether it was, and what must come to an end with it. */

import { processWide } from '@/lib/process-wide';

const state = processWide('draining', () => ({ isDraining: false, endings: new Set<() => void>() }));

/** True once the server was asked to end. */
export function isDraining(): boolean {
  return state().isDraining;
}

/** Has `end` called when the server is asked to end; the function that it returns takes that back. */
export function endWithServer(end: () => void): () => void {
  const { endings } = state();
  endings.add(end);
  return () => endings.delete(end);
}

/** How many things would have to be ended now: the open streams. */
export function openStreams(): number {
  return state().endings.size;
}

/** Ends what was open; a second call ends what came since. */
export function startDraining(): void {
  const draining = state();
  draining.isDraining = true;
  for (const end of [...draining.endings]) end();
}
