/** Keeps the document in the browser's storage, in step with the other tabs; in memory where there is none. */
import { latestInstant, mergeProgress, progressText } from './merge';
import { emptyProgress, type Instant, type Progress, progressKey } from './progress';
import { readProgress } from './read';

/** `memory` lasts until the page is closed; `reason` is a sentence for the learner. */
export interface StorageNotice {
  readonly storage: 'kept' | 'memory';
  readonly reason?: string;
}

export const unopened: StorageNotice = { storage: 'kept' };

const blocked =
  'This browser does not let the page keep anything, so what you do here lasts until you close it. Export a file to keep it.';
const full =
  'The storage of this browser is full, so what you do from here lasts until you close the page. Export a file to keep it.';

/** What the store needs of the browser; tests give it their own. */
export interface Surroundings {
  /** May throw, as `localStorage` does where it is forbidden. */
  area(): Pick<Storage, 'getItem' | 'setItem'> | undefined;
  clock(): Date;
  onStorage(listener: (event: { readonly key: string | null }) => void): void;
}

export interface ProgressStore {
  /** The document; the same object until something changes. */
  readonly snapshot: () => Progress;
  readonly notice: () => StorageNotice;
  readonly subscribe: (listener: () => void) => () => void;
  /** Merges what `change` returns; `at` is younger than all that is in it, whatever the clock says. */
  readonly change: (change: (progress: Progress, at: Instant) => Progress) => void;
}

/** Opens the store; storage is read at the first use. Never throws: what cannot be kept is held in memory. */
export function openStore({ area, clock, onStorage }: Surroundings): ProgressStore {
  let progress = emptyProgress;
  let notice = unopened;
  let opened = false;
  let last = '';
  const listeners = new Set<() => void>();

  const notify = (next: StorageNotice) => {
    if (next.storage !== notice.storage || next.reason !== notice.reason) notice = next;
  };
  const take = (next: Progress) => {
    if (progressText(next) !== progressText(progress)) progress = next;
  };

  /** Merges what another tab stored; false where nothing may be written over what is there. */
  const pull = (storage: Pick<Storage, 'getItem' | 'setItem'>): string | null | false => {
    const text = storage.getItem(progressKey);
    if (text === null) return null;
    const read = readProgress(text);
    if (read.ok) {
      take(mergeProgress(progress, read.progress));
      return text;
    }
    if (read.newer) {
      notify({ storage: 'memory', reason: `What is stored here was left alone: ${read.reason}` });
      return false;
    }
    const aside = `${progressKey}:damaged`;
    if (storage.getItem(aside) === null) storage.setItem(aside, text);
    else if (storage.getItem(aside) !== text) storage.setItem(`${aside}:${clock().toISOString()}`, text);
    notify({
      storage: 'kept',
      reason: `What was stored here could not be read and was set aside under “${aside}”: ${read.reason}`,
    });
    return null;
  };

  const sync = () => {
    opened = true;
    let storage: ReturnType<typeof area>;
    try {
      storage = area();
      if (!storage) throw new Error('no storage');
      const stored = pull(storage);
      if (stored === false) return;
      const text = progressText(progress);
      if (text !== stored && progress !== emptyProgress) storage.setItem(progressKey, text);
      if (notice.storage === 'memory') notify(unopened);
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      notify({ storage: 'memory', reason: isFull ? full : blocked });
    }
  };

  const open = () => {
    if (opened) return;
    sync();
    onStorage(({ key }) => {
      if (key !== null && key !== progressKey) return;
      sync();
      for (const listener of listeners) listener();
    });
  };

  const next = (): Instant => {
    const met = latestInstant(progress);
    const floor = met > last ? met : last;
    const now = clock().toISOString();
    last = floor >= now ? new Date(Date.parse(floor) + 1).toISOString() : now;
    return last;
  };

  return {
    snapshot: () => {
      open();
      return progress;
    },
    notice: () => {
      open();
      return notice;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => {
      open();
      sync();
      take(mergeProgress(progress, change(progress, next())));
      sync();
      for (const listener of listeners) listener();
    },
  };
}
