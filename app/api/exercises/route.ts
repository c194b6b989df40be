/** The catalog as JSON, with addresses in which `{attempt}` stands for an id of one's own. */

import { catalogText } from '@/lib/figures/catalog';
import { jsonResponse } from '@/lib/sandbox/api';
import { publicOrigin } from '@/lib/sandbox/origin';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return jsonResponse(await catalogText(publicOrigin(request.headers.get('Host'))));
}
