/** Asks the worker of the diagnosis. There is one for the whole visit, made when its page is opened. */
import type { Diagnosis } from '@/lib/diagnose/diagnose';
import type { Word } from './diagnose.worker';

export interface Progress {
  /** From 0 to 1. */
  readonly done: number;
  readonly doing: string;
}

let worker: Worker | undefined;
let last = 0;
/** What each question that is still open waits for. */
const open = new Map<number, (word: Word) => void>();

/** Starts the worker, so that its program and what the causes know are there before anybody pastes. */
export function startEngine(): Worker {
  worker ??= begin();
  return worker;
}

function begin(): Worker {
  const begun = new Worker(new URL('./diagnose.worker.ts', import.meta.url), { type: 'module' });
  begun.onmessage = ({ data }: MessageEvent<Word>) => open.get(data.id)?.(data);
  begun.onerror = () => {
    worker = undefined;
    for (const [id, answer] of open) answer({ id, kind: 'fault' });
  };
  return begun;
}

/** What `paste` shows. Rejects where the worker could not be had; a newer question leaves an older one unanswered. */
export function askEngine(
  paste: string | Blob,
  onProgress: (progress: Progress) => void,
): Promise<Diagnosis> {
  const engine = startEngine();
  last += 1;
  const id = last;
  open.clear();
  return new Promise((resolve, reject) => {
    open.set(id, (word) => {
      if (word.kind === 'progress') return onProgress(word);
      open.delete(id);
      if (word.kind === 'answer') return resolve(word.diagnosis);
      // The next question begins with a new worker, which asks for the knowledge once more.
      worker?.terminate();
      worker = undefined;
      reject(new Error('The diagnosis did not start.'));
    });
    engine.postMessage({ id, paste });
  });
}
