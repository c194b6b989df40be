/** Runs a learner's code in a worker against a suite of requests, and ends it where it takes too long. */
import type { Choose, Suite } from '@/lib/handlers/handler';
import { type Outcome, readMessage, type WorkerMessage } from '@/lib/handlers/reply';

/** What the code did with each request, by the name of its case. */
export interface Ran {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Why the code did not get all requests, as a sentence. */
  readonly ended?: string;
}

/** How long the code may take for one request, and the browser to bring the worker, in milliseconds. */
const timeoutsMs = { request: 1000, worker: 15_000 };
const workerPath = '/handler-worker.js';

/** A worker that is asked one thing at a time. */
interface Line {
  /** The next message. Throws an Ended where none comes in time, or one that nobody asked for came. */
  readonly ask: (data: object | undefined, ms: number, late: string) => Promise<WorkerMessage>;
  readonly end: () => void;
}

class Ended extends Error {}

/** A number of the browser's good source of chance. */
export const chance: Choose = (below) => {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number % below;
};

/** Runs `program` against `suite`, in an order of its own each time. Never throws for what a program does. */
export async function runSuite(program: string, { given, cases }: Suite, signal: AbortSignal): Promise<Ran> {
  const outcomes = new Map<string, Outcome>();
  let line: Line | undefined;
  let asked = 'while it was read, before the first request';
  try {
    line = openLine(signal);
    await line.ask(
      undefined,
      timeoutsMs.worker,
      'The browser could not load the worker. Is there a network?',
    );
    const late = () =>
      `The code took longer than a second ${asked}, so it was ended. Look for a loop that does not stop.`;
    const began = await line.ask({ program, given }, timeoutsMs.request, late());
    if (began.kind === 'broken') return { outcomes, ended: began.text };
    for (const [id, { name, request }] of shuffled([...cases.entries()])) {
      asked = `for the request “${name}”`;
      const message = await line.ask({ id, request }, timeoutsMs.request, late());
      if (message.kind !== 'outcome' || message.id !== id) throw new Ended(uncalled);
      outcomes.set(name, message.outcome);
    }
    return { outcomes };
  } catch (error) {
    if (error instanceof Ended) return { outcomes, ended: error.message };
    throw error;
  } finally {
    line?.end();
  }
}

const uncalled = 'The code sent an unexpected message, so it was ended.';

function openLine(signal: AbortSignal): Line {
  const worker = new Worker(workerPath);
  let hear: (message: WorkerMessage | Ended) => void = () => undefined;
  let waits = false;
  worker.onmessage = ({ data }) => {
    const message = readMessage(data);
    hear(message && waits ? message : new Ended(uncalled));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    hear(new Ended('The worker stopped. Perhaps the code used all memory that it may have.'));
  };
  const leave = () => hear(new Ended('It was stopped.'));
  signal.addEventListener('abort', leave);
  return {
    ask(data, ms, late) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => hear(new Ended(late)), ms);
        waits = true;
        hear = (message) => {
          clearTimeout(timer);
          waits = false;
          hear = () => undefined;
          if (message instanceof Ended) reject(message);
          else resolve(message);
        };
        if (data) worker.postMessage(data);
      });
    },
    end() {
      signal.removeEventListener('abort', leave);
      worker.terminate();
    },
  };
}

function shuffled<T>(list: T[]): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = chance(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
