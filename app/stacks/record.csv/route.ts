import { recordTable } from '@/lib/stacks/csv';

export const dynamic = 'force-static';

/** One line for each answer. */
export function GET(): Response {
  return new Response(recordTable(), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
