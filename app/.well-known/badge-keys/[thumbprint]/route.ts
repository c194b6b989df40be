/** The public key that a badge names in its header; any page may read it. */
import { jsonResponse } from '@/lib/sandbox/api';
import { badgeKey } from '@/lib/sandbox/badge-keys';
import { problemResponse } from '@/lib/sandbox/problem';

export const dynamic = 'force-dynamic';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ thumbprint: string }> },
): Promise<Response> {
  const key = await badgeKey((await params).thumbprint);
  const response = key
    ? jsonResponse(key)
    : problemResponse(404, 'This server has no key with that thumbprint, or has another one now.');
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}
