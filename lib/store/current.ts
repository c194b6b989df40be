/** The store of this process: one, however often the module is bundled. */
import { memoryStore } from './memory';
import type { Store } from './store';

const key = Symbol.for('doorman.store');
type Shared = typeof globalThis & { [key]?: Store };

/** The store that every part of this process shares. */
export function currentStore(): Store {
  const shared = globalThis as Shared;
  shared[key] ??= memoryStore();
  return shared[key];
}
