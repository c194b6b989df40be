/** A map of bounded size. An owner who writes too much pushes out only entries of that owner. */
import { LRUCache } from 'lru-cache';
import type { Budget } from './budgets';

interface Entry<V> {
  readonly value: V;
  readonly size: number;
  readonly owner: string | undefined;
}

export interface BudgetedMap<V> {
  readonly get: (key: string) => V | undefined;
  /**
   * Stores `value`, which is paid by `owner`. The owner's oldest entries go where that is too much, then the least recently
   * used of all. Without an owner only the common budget counts.
   */
  readonly set: (key: string, value: V, size: number, owner?: string) => void;
  /** Who pays for the entry. */
  readonly owner: (key: string) => string | undefined;
  readonly entries: () => Generator<[string, V]>;
}

/** A map within `budget`; an entry ends `life` milliseconds after it was stored last, where that is given. */
export function budgetedMap<V extends object>(budget: Budget, life?: number): BudgetedMap<V> {
  /** The keys of each owner, the one that was stored first in front. */
  const owners = new Map<string, { size: number; keys: Set<string> }>();
  // Made by the first entry: an empty one of this size takes megabytes, and a figure of a page rarely needs it.
  let cache: LRUCache<string, Entry<V>> | undefined;
  const newCache = () =>
    new LRUCache<string, Entry<V>>({
      max: budget.entries,
      maxSize: budget.size,
      sizeCalculation: ({ size }) => Math.max(1, size),
      ...(life !== undefined && { ttl: life }),
      dispose: ({ owner, size }, key) => {
        const account = owner === undefined ? undefined : owners.get(owner);
        if (!account || owner === undefined) return;
        account.keys.delete(key);
        account.size -= size;
        if (account.keys.size === 0) owners.delete(owner);
      },
    });

  const makeRoom = (account: { size: number; keys: Set<string> }, key: string, size: number) => {
    const before = account.keys.has(key) ? (cache?.peek(key)?.size ?? 0) : 0;
    const others = () => account.keys.size - (account.keys.has(key) ? 1 : 0);
    for (const oldest of account.keys) {
      if (account.size - before + size <= budget.ownerSize && others() < budget.ownerEntries) return;
      if (oldest !== key) cache?.delete(oldest);
    }
  };

  return {
    get: (key) => cache?.get(key)?.value,
    set(key, value, size, owner) {
      const account = owner === undefined ? undefined : (owners.get(owner) ?? { size: 0, keys: new Set() });
      if (account) makeRoom(account, key, size);
      cache ??= newCache();
      // What the entry was before is taken off its owner's account by this; deleting it would cost far more.
      cache.set(key, { value, size, owner });
      if (account && owner !== undefined && cache.has(key)) {
        owners.set(owner, account);
        account.keys.add(key);
        account.size += size;
      }
    },
    owner: (key) => cache?.peek(key)?.owner,
    *entries() {
      // From the least recently used on, so that storing them again in this order keeps it.
      for (const key of cache?.rkeys() ?? []) {
        const entry = cache?.peek(key);
        if (entry) yield [key, entry.value];
      }
    },
  };
}
