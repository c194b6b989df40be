import { questions, storedRecords } from '@/lib/stacks/record';

export const dynamic = 'force-static';

/** The whole record, every byte of it, with the questions. */
export function GET(): Response {
  return Response.json({ questions, records: storedRecords() });
}
