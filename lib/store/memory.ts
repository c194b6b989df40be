/** The store of a single process: bounded in entries, octets and time. */
import { LRUCache } from 'lru-cache';
import { type BudgetedMap, budgetedMap } from './budgeted-map';
import { listBudget, textBudget } from './budgets';
import { type Entry, listLimits, type Store } from './store';

/** A text and the time until which it is kept, in milliseconds. */
export interface StoredText {
  readonly text: string;
  readonly until: number;
}

/** The texts of a store, within their budget. */
export function textMap(): BudgetedMap<StoredText> {
  return budgetedMap(textBudget);
}

/** The octets of memory that a text takes. */
export function sizeOfText(id: string, text: string): number {
  return 64 + 2 * (id.length + text.length);
}

/** A store in this process's memory. `now` gives the time in milliseconds; `texts` may hold some already. */
export function memoryStore(now: () => number = Date.now, texts: BudgetedMap<StoredText> = textMap()): Store {
  const lists = budgetedMap<Entry[]>(listBudget, listLimits.life);
  const uses = new LRUCache<string, number>(atMost(100_000));
  const counts = new LRUCache<string, { count: number; until: number }>(atMost(50_000));
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
    async put(id, text, until, owner) {
      texts.set(id, { text, until: until.getTime() }, sizeOfText(id, text), owner);
    },
    async get(id) {
      const stored = texts.get(id);
      return stored && stored.until > now() ? stored.text : undefined;
    },
    async append(name, entry, owner) {
      const entries = lists.get(name) ?? [];
      if (entries.unshift(entry) > listLimits.entries) entries.pop();
      let octets = sizeOf(entries);
      while (octets > listLimits.octets && entries.length > 1) octets -= 2 * (entries.pop()?.length ?? 0);
      lists.set(name, entries, octets, owner);
      const hearing = listeners.get(name);
      if (!hearing) return;
      const text = String(entry);
      for (const listener of hearing) listener(text);
    },
    async latest(name) {
      return (lists.get(name) ?? []).map(String);
    },
    listen(name, listener) {
      const listenersOfName = listeners.get(name) ?? new Set();
      listeners.set(name, listenersOfName.add(listener));
      return () => {
        listenersOfName.delete(listener);
        if (listenersOfName.size === 0) listeners.delete(name);
      };
    },
    check: async () => undefined,
  };
}

/** A number of entries as a limit of size: `max` would have the cache take the memory of all of them at once. */
function atMost(entries: number) {
  return { maxSize: entries, sizeCalculation: () => 1 };
}

function sizeOf(entries: readonly Entry[]): number {
  let octets = 64;
  for (const entry of entries) octets += 2 * entry.length;
  return octets;
}
