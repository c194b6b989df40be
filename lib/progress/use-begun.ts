import { useSyncExternalStore } from 'react';
import { progressEvent, progressKey } from './progress';

/** Where storage is blocked the document lives on the page alone, and only this tells of it. */
let heard = false;

function listen(change: () => void): () => void {
  const hear = () => {
    heard = true;
    change();
  };
  window.addEventListener(progressEvent, hear);
  return () => window.removeEventListener(progressEvent, hear);
}

/**
 * Whether this browser keeps anything that was learned, undefined while the page is still as the server made it. What was
 * only tried or looked at is nothing. It reads one key and loads nothing, so whoever is new pays for nothing.
 */
export function useBegun(): boolean | undefined {
  return useSyncExternalStore(listen, hasProgress, () => undefined);
}

function hasProgress(): boolean {
  try {
    const text = localStorage.getItem(progressKey);
    return text === null ? heard : matters(text);
  } catch {
    return heard;
  }
}

/** What can come back or counts as learned (lib/progress/progress.ts): an answer, or an exercise that was solved. */
const learned = /"(?:solved|practised|practice)":/;

function matters(text: string): boolean {
  return !text.includes('"answers":{}') || learned.test(text);
}
