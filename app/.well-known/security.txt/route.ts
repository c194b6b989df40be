/** Where a hole is reported (RFC 9116). */
import { problemResponse } from '@/lib/sandbox/problem';
import { securityText } from '@/lib/sandbox/security-text';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  const text = securityText(request.headers.get('Host'), new Date());
  if (!text) return problemResponse(404, 'The operator of this server has named no contact.');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
