/** The store of a single process: bounded in entries, octets and time. */
import { LRUCache } from 'lru-cache';
import { listLimits, type Store } from './store';

/** A store in this process's memory. `now` gives the time in milliseconds. */
export function memoryStore(now: () => number = Date.now): Store {
  const lists = new LRUCache<string, string[]>({
    max: 20_000,
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (entries) => entries.reduce((sum, entry) => sum + 2 * entry.length, 64),
    ttl: listLimits.life,
  });
  const uses = new LRUCache<string, number>({ max: 100_000 });
  const counts = new LRUCache<string, { count: number; until: number }>({ max: 50_000 });
  const texts = new LRUCache<string, { text: string; until: number }>({ max: 20_000 });
  const listeners = new Map<string, Set<(entry: string) => void>>();

  return {
    async firstUse(id, until) {
      const usedUntil = uses.get(id);
      if (usedUntil !== undefined && usedUntil > now()) return false;
      uses.set(id, until.getTime());
      return true;
    },
    async higher(id, count, until) {
      const last = counts.get(id);
      if (last && last.until > now() && count <= last.count) return false;
      counts.set(id, { count, until: until.getTime() });
      return true;
    },
    async put(id, text, until) {
      texts.set(id, { text, until: until.getTime() });
    },
    async get(id) {
      const kept = texts.get(id);
      return kept && kept.until > now() ? kept.text : undefined;
    },
    async append(name, entry) {
      lists.set(name, [entry, ...(lists.get(name) ?? [])].slice(0, listLimits.entries));
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
