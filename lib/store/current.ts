/** The store of this process: one, however often the module is bundled. */
import path from 'node:path';
import { processWide } from '@/lib/process-wide';
import { fileStore } from './file';
import { memoryStore } from './memory';
import { redisStore } from './redis';
import type { Store } from './store';
import { noteStoreError } from './store-errors';

/**
 * The store that every part of this process shares: at `REDIS_URL` where that is set, else in memory, with a file in the
 * folder `DOORMAN_DATA` where that is set. Throws the system's error where the file can be neither read nor written.
 */
export const currentStore = processWide('store', () => openStore(process.env));

function openStore({ REDIS_URL, DOORMAN_DATA, PORT = '3000' }: NodeJS.ProcessEnv): Store {
  const tell = (sentence: string) => console.error(sentence);
  if (REDIS_URL) return redisStore(REDIS_URL, tell);
  if (!DOORMAN_DATA) return memoryStore();
  // By its port, so that two servers in one folder do not write over each other.
  return fileStore(path.join(DOORMAN_DATA, `progress-${PORT}.jsonl`), { tell, failed: noteStoreError });
}
