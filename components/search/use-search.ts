import { useCallback, useEffect, useState } from 'react';
import { type Find, loadSearch } from './load-search';

/** The search, fetched once `needed`; whether that failed, and the way to try again. */
export function useSearch(needed: boolean): {
  readonly find: Find | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const [find, setFind] = useState<Find>();
  const [failed, setFailed] = useState(false);
  const retry = useCallback(() => {
    setFailed(false);
    loadSearch().then(
      (loaded) => setFind(() => loaded),
      () => setFailed(true),
    );
  }, []);
  useEffect(() => {
    if (needed) retry();
  }, [needed, retry]);
  return { find, failed, retry };
}
