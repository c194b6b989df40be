/** The store of a single process: bounded in entries, octets and time. */
import { LRUCache } from 'lru-cache';
import type { Store } from './store';

const entriesKept = 40;
const hour = 3_600_000;

/** A store in this process's memory. `now` gives the time in milliseconds. */
export function memoryStore(now: () => number = Date.now): Store {
  const lists = new LRUCache<string, string[]>({
    max: 20_000,
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (entries) => entries.reduce((sum, entry) => sum + 2 * entry.length, 64),
    ttl: 4 * hour,
  });
  const uses = new LRUCache<string, number>({ max: 100_000 });
  const listeners = new Map<string, Set<(entry: string) => void>>();

  return {
    async firstUse(id, until) {
      const usedUntil = uses.get(id);
      if (usedUntil !== undefined && usedUntil > now()) return false;
      uses.set(id, until.getTime());
      return true;
    },
    async append(name, entry) {
      lists.set(name, [entry, ...(lists.get(name) ?? [])].slice(0, entriesKept));
      for (const listener of listeners.get(name) ?? []) listener(entry);
    },
    async latest(name) {
      return lists.get(name) ?? [];
    },
    listen(name, listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(name);
      };
    },
  };
}
