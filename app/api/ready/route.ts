/** Whether requests should be sent to this process: it has its secret, its store answers, and it was not asked to end. */
import { jsonResponse } from '@/lib/sandbox/api';
import { problemResponse } from '@/lib/sandbox/problem';
import { trouble, unreadiness } from '@/lib/sandbox/readiness';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const reason = await unreadiness();
  if (reason) return problemResponse(503, reason, { 'Retry-After': '2' });
  const seen = trouble();
  return jsonResponse({ status: 'ready', ...(seen && { trouble: seen }) });
}
