import type { Result, SearchOptions } from '@/lib/search/search';

export type Find = (query: string, options?: SearchOptions) => readonly Result[];

let loading: Promise<Find> | undefined;

/** The search with its index, fetched when it is wanted for the first time. Rejects where it does not come. */
export function loadSearch(): Promise<Find> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Find> {
  const [response, { readIndex }, { search }] = await Promise.all([
    fetch('/search-index.json'),
    import('@/lib/search/search-index'),
    import('@/lib/search/search'),
  ]);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const index = await readIndex(await response.text());
  return (query, options) => search(index, query, options);
}
