/** The store of this process: one, however often the module is bundled. */
import { memoryStore } from './memory';
import { redisStore } from './redis';
import type { Store } from './store';

const key = Symbol.for('doorman.store');
type Shared = typeof globalThis & { [key]?: Store };

/** The store that every part of this process shares: at `REDIS_URL` where that is set, else in memory. */
export function currentStore(): Store {
  const shared = globalThis as Shared;
  shared[key] ??= openStore(process.env.REDIS_URL);
  return shared[key];
}

function openStore(url: string | undefined): Store {
  return url ? redisStore(url, (sentence) => console.error(sentence)) : memoryStore();
}
