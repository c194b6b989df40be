/** What the learner was given: for the page, and for terminals. */
import { type AttemptContext, jsonResponse, orStoreAway, resourceOr404 } from '@/lib/sandbox/api';
import { askInside } from '@/lib/sandbox/ask';
import { brief } from '@/lib/sandbox/brief';
import { publicOrigin } from '@/lib/sandbox/origin';

export async function GET(request: Request, context: AttemptContext): Promise<Response> {
  const open = await resourceOr404(context);
  if (open instanceof Response) return open;
  const origin = publicOrigin(request.headers.get('Host'));
  return orStoreAway(async () => jsonResponse(await brief(open, origin, askInside(open, origin))));
}
