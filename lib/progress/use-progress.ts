'use client';

/** The progress document inside React: empty on the server and while hydrating, then live over all tabs. */
import { useSyncExternalStore } from 'react';
import { emptyProgress, type Progress } from './progress';
import { store } from './record';
import { type StorageNotice, unopened } from './store';

/** What `selector` reads from the document; renders again whenever the document changes. */
export function useProgress<T>(selector: (progress: Progress) => T): T {
  return selector(useSyncExternalStore(store.subscribe, store.snapshot, () => emptyProgress));
}

/** Whether the document is kept; `unopened` on the server and while hydrating. */
export function useStorageNotice(): StorageNotice {
  return useSyncExternalStore(store.subscribe, store.notice, () => unopened);
}
