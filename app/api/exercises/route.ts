/** The catalogue as JSON, with addresses in which `{attempt}` stands for an id of one's own. */

import { catalogueText } from '@/lib/figures/catalogue';
import { jsonResponse } from '@/lib/sandbox/api';
import { publicOrigin } from '@/lib/sandbox/origin';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return jsonResponse(await catalogueText(publicOrigin(request.headers.get('Host'))));
}
