import type { Beliefs } from '@/components/progress/review-data';
import { loadMisconceptions } from '@/lib/content/lessons';

/** What people believe, and what holds instead: fetched by those who ever held one of them. */
export const dynamic = 'force-static';

export function GET(): Response {
  const beliefs: Beliefs = loadMisconceptions();
  return Response.json(beliefs);
}
