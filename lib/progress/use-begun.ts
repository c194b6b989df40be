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
 * Whether this browser keeps any progress, undefined while the page is still as the server made
 * it. It reads one key and loads nothing, so whoever is new pays for nothing.
 */
export function useBegun(): boolean | undefined {
  return useSyncExternalStore(listen, hasProgress, () => undefined);
}

function hasProgress(): boolean {
  if (heard) return true;
  try {
    return localStorage.getItem(progressKey) !== null;
  } catch {
    return false;
  }
}
