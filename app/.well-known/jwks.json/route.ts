/** The public key that badges are signed with (RFC 7517 §5); any page may read it. */
import { jsonResponse } from '@/lib/sandbox/api';
import { badgeKeys } from '@/lib/sandbox/badge-keys';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const response = jsonResponse(await badgeKeys());
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}
