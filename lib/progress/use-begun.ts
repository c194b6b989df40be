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
 * Whether this browser keeps anything that was learned or tried, undefined while the page is still as the server made it.
 * A sandbox that was only looked at is nothing. It reads one key and loads nothing, so whoever is new pays for nothing.
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

/** The document as it is written when nothing but attempts and drafts is in it (lib/progress/progress.ts). */
const empty = ['"rounds":{}', '"predictions":{}', '"answers":{}'];
const done = /"(?:tried|solved|practised|hints|practice|prediction)":/;

function matters(text: string): boolean {
  return !empty.every((member) => text.includes(member)) || done.test(text);
}
