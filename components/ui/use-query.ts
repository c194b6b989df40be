import { useCallback, useMemo, useSyncExternalStore } from 'react';

const changed = 'doorman:query';

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}

/**
 * What the query of the address holds, and the way to change some of it: a reload, a link and *back* bring it again.
 * `read` takes any query, `write` makes one that `read` understands; both must stay the same from render to render.
 */
export function useQuery<T extends object>(
  read: (query: string) => T,
  write: (value: T) => string,
): readonly [T, (some: Partial<T>) => void] {
  const query = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => '',
  );
  const value = useMemo(() => read(query), [query, read]);
  const change = useCallback(
    (some: Partial<T>) => {
      // Read again, so that neither of two changes at once is lost.
      const { pathname, search, hash } = window.location;
      window.history.replaceState(null, '', pathname + write({ ...read(search), ...some }) + hash);
      window.dispatchEvent(new Event(changed));
    },
    [read, write],
  );
  return [value, change];
}
