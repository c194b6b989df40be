/** The store of this process: one, however often the module is bundled. */
import path from 'node:path';
import { fileStore } from './file';
import { memoryStore } from './memory';
import { redisStore } from './redis';
import type { Store } from './store';
import { noteStoreError } from './store-errors';

const key = Symbol.for('doorman.store');
type Shared = typeof globalThis & { [key]?: Store };

/**
 * The store that every part of this process shares: at `REDIS_URL` where that is set, else in memory, with a file in the
 * folder `DOORMAN_DATA` where that is set. Throws the system's error where the file can be neither read nor written.
 */
export function currentStore(): Store {
  const shared = globalThis as Shared;
  shared[key] ??= openStore(process.env);
  return shared[key];
}

function openStore({ REDIS_URL, DOORMAN_DATA, PORT = '3000' }: NodeJS.ProcessEnv): Store {
  const tell = (sentence: string) => console.error(sentence);
  if (REDIS_URL) return redisStore(REDIS_URL, tell);
  if (!DOORMAN_DATA) return memoryStore();
  // By its port, so that two servers in one folder do not write over each other.
  return fileStore(path.join(DOORMAN_DATA, `progress-${PORT}.jsonl`), { tell, failed: noteStoreError });
}
