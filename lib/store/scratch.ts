/** A store for trying something out: it reads what another one remembers, and writes to memory of its own. */
import type { Store } from './store';

/**
 * A scratch store. Texts of `under` can be read where none was put here; uses and counts begin anew, since asking
 * `under` for one would take it. Made for one run: nothing is bounded, nobody listens.
 */
export function scratchStore(under?: Pick<Store, 'get'>): Store {
  const uses = new Set<string>();
  const counts = new Map<string, number>();
  const texts = new Map<string, string>();
  return {
    async firstUse(id) {
      return !uses.has(id) && Boolean(uses.add(id));
    },
    async higher(id, count) {
      if (count <= (counts.get(id) ?? Number.NEGATIVE_INFINITY)) return false;
      counts.set(id, count);
      return true;
    },
    async put(id, text) {
      texts.set(id, text);
    },
    get: async (id) => texts.get(id) ?? (await under?.get(id)),
    append: async () => undefined,
    latest: async () => [],
    listen: () => () => undefined,
    check: async () => undefined,
  };
}
