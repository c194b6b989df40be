import MiniSearch from 'minisearch';
import { searchEntries } from '@/lib/figures/search-entries';
import { searchOptions } from '@/lib/search/search-options';

export const dynamic = 'force-static';

/** The index of the search, made at build and asked for when somebody searches. */
export async function GET(): Promise<Response> {
  const index = new MiniSearch(searchOptions);
  index.addAll(await searchEntries());
  return Response.json(index);
}
