/** The public key that badges are signed with (RFC 7517 §5); any page may read it. */
import { jsonResponse } from '@/lib/sandbox/api';
import { badgeKeys } from '@/lib/sandbox/badge-keys';
import { publicOrigin } from '@/lib/sandbox/origin';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const response = jsonResponse(await badgeKeys(publicOrigin(request.headers.get('Host'))));
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}
