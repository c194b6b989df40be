/**
 * The store of a single process whose texts survive a restart: memory, and a file to which every text is appended.
 * Uses, counts and logs stay in memory alone.
 */
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { memoryStore, type StoredText, sizeOfText, textMap } from './memory';
import { type Store, StoreUnavailable } from './store';

export interface FileStoreOptions {
  /** Called with a sentence when the file cannot be written, and when it can be again. */
  readonly tell?: (sentence: string) => void;
  /** Called at each failure. */
  readonly failed?: () => void;
  readonly now?: () => number;
  /** The file is written anew when it has more octets than that, and twice as many as what it holds. */
  readonly compactAt?: number;
  /** After a failure nothing is written for so many milliseconds; then it is tried again. */
  readonly pause?: number;
}

/** A store with a file can be asked to wait until all is written. */
export type FileStore = Store & { settle(): Promise<void> };

const smallest = 1024 * 1024;

/**
 * A store that keeps its texts in `file`, which is made with its folder where it is missing. Throws the system's error
 * where it can be neither read nor written. A line that a crash cut off is left out. Where the disk is full, at the start
 * or later, the store goes on in memory and writes everything once there is room.
 */
export function fileStore(file: string, options: FileStoreOptions = {}): FileStore {
  const { tell = () => {}, failed = () => {}, now = Date.now, compactAt = smallest, pause = 5_000 } = options;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const texts = textMap();
  for (const [id, stored, owner] of readLines(file, now()))
    texts.set(id, stored, sizeOfText(id, stored.text), owner);
  const memory = memoryStore(now, texts);

  let octets = 0;
  let live = 0;
  let trouble: string | undefined;
  let triedAt = 0;
  let retry: NodeJS.Timeout | undefined;
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  let whole = true;

  /** Writes all that is still true into a new file, which then takes the place of the old one. */
  const compact = () => {
    const lines: string[] = [];
    for (const [id, stored] of texts.entries()) {
      if (stored.until > now()) lines.push(lineOf(id, stored, texts.owner(id)));
    }
    const beside = `${file}.new`;
    try {
      writeFileSync(beside, lines.join(''), { mode: 0o600 });
      renameSync(beside, file);
    } catch (error) {
      // What stands there is of no use, and takes room.
      rmSync(beside, { force: true });
      throw error;
    }
    octets = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    live = octets;
    whole = true;
  };

  const fail = (error: unknown) => {
    failed();
    // Part of a line may stand in the file now: only a new file is sure to be whole.
    whole = false;
    triedAt = now();
    if (!trouble) {
      trouble = `The file of progress cannot be written (${codeOf(error)}): a restart would forget it.`;
      tell(trouble);
    }
    clearTimeout(retry);
    retry = setTimeout(() => {
      triedAt = Number.NEGATIVE_INFINITY;
      writing ??= flush();
    }, pause).unref();
  };

  const flush = async () => {
    // One turn of the loop, so that what comes together is written together.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = waiting.join('');
    waiting = [];
    if (trouble && now() - triedAt < pause) {
      writing = undefined;
      return;
    }
    try {
      if (!whole) compact();
      else {
        await appendFile(file, batch, { mode: 0o600 });
        octets += Buffer.byteLength(batch);
        if (octets > compactAt && octets > 2 * live) compact();
      }
      if (trouble) tell('The file of progress can be written again.');
      trouble = undefined;
    } catch (error) {
      fail(error);
    }
    writing = waiting.length ? flush() : undefined;
    await writing;
  };

  try {
    compact();
    chmodSync(file, 0o600);
  } catch (error) {
    if (!isFull(error)) throw error;
    fail(error);
  }

  return {
    ...memory,
    async put(id, text, until, owner) {
      await memory.put(id, text, until, owner);
      waiting.push(lineOf(id, { text, until: until.getTime() }, owner));
      writing ??= flush();
      await writing;
    },
    async check() {
      try {
        accessSync(path.dirname(file), constants.W_OK);
      } catch (cause) {
        throw new StoreUnavailable({ cause });
      }
    },
    trouble: () => trouble,
    settle: async () => void (await writing),
  };
}

function lineOf(id: string, { text, until }: StoredText, owner: string | undefined): string {
  return `${JSON.stringify([id, text, until, ...(owner === undefined ? [] : [owner])])}\n`;
}

/** The texts that the file holds, the latest of each id; nothing where there is no file. */
function readLines(file: string, now: number): [string, StoredText, string | undefined][] {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
  const latest = new Map<string, [string, StoredText, string | undefined]>();
  for (const line of lines) {
    const [id, text, until, owner] = parsed(line);
    if (typeof id !== 'string' || typeof text !== 'string' || typeof until !== 'number') continue;
    latest.delete(id);
    if (until > now) latest.set(id, [id, { text, until }, typeof owner === 'string' ? owner : undefined]);
  }
  return [...latest.values()];
}

function parsed(line: string): unknown[] {
  try {
    const json: unknown = JSON.parse(line);
    return Array.isArray(json) ? json : [];
  } catch {
    return [];
  }
}

/** True where there is no room, which may come back while the server runs. */
function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
