/** What the head of every page (starter.mjs) has done before the program of the page is there. */

/** Something that was done to the page before it could answer. */
export type QueuedAction =
  | { readonly button: HTMLElement }
  | { readonly key: KeyboardEvent }
  | { readonly form: HTMLFormElement }
  | { readonly field: HTMLInputElement; readonly value: string; readonly checked?: boolean };

/** A request on its way; `began` is a `performance.now()`. */
export interface SentRequest {
  readonly began: number;
  readonly response: Promise<Response>;
  readonly abort: () => void;
}

interface PageStart {
  /** A random name for a new attempt. */
  readonly newAttempt: () => string;
  /** The attempt under which something was sent for an exercise in one place, once; else a new one. */
  readonly takeAttempt: (exercise: string, place: string) => string;
  /** The request that was sent to `path` already, once. */
  readonly takeSent: (path: string) => SentRequest | undefined;
  /** The page answers by itself: its queue was taken. */
  readonly isReady: boolean;
  /** What was done so far, and nothing is queued any more. */
  readonly takeQueue: () => QueuedAction[];
}

declare global {
  /** There on every page that the server sent, before any script of ours runs. */
  var doorman: PageStart;
}

/** The request that the head of the page has sent to `path` already, once; `signal` aborts it from now on. */
export function takeSent(path: string, signal?: AbortSignal): SentRequest | undefined {
  const sent = globalThis.doorman.takeSent(path);
  if (sent) signal?.addEventListener('abort', sent.abort, { once: true });
  return sent;
}
