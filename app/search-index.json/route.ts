import { searchEntries } from '@/lib/figures/search-entries';
import { makeIndex } from '@/lib/search/search-index';

export const dynamic = 'force-static';

/** The index of the search, made at build and asked for when somebody searches. */
export async function GET(): Promise<Response> {
  return Response.json(makeIndex(await searchEntries()));
}
