/** What the head of every page (early-input.mjs) has done before the program of the page is there. */

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
  /** Shows a status line in the part of the page that has a place for it; false where there is none. */
  readonly showEarly: (section: Element | null, text: string) => boolean;
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

/**
 * Shows the status line of a first answer, and resolves when it is painted: what else is known of the answer takes a
 * slow phone longer to draw. Resolves at once where an answer stands there already.
 */
export async function showStatusFirst(
  exercise: string,
  place: string,
  { status, statusText }: Response,
): Promise<void> {
  const section = document.querySelector(`[data-exercise="${exercise}"][data-place="${place}"]`);
  if (!status || !globalThis.doorman.showEarly(section, `${status} ${statusText}`)) return;
  await new Promise((resolve) => {
    // A window that nobody sees paints nothing.
    setTimeout(resolve, 200);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
