/** What the learner was given: for the page, and for terminals. */
import { type AttemptContext, doorOr404, jsonResponse, orStoreAway } from '@/lib/sandbox/api';
import { askInside } from '@/lib/sandbox/ask';
import { brief } from '@/lib/sandbox/brief';
import { publicOrigin } from '@/lib/sandbox/origin';

export async function GET(request: Request, context: AttemptContext): Promise<Response> {
  const open = await doorOr404(context);
  if (open instanceof Response) return open;
  const origin = publicOrigin(request.headers.get('Host'));
  return orStoreAway(async () => jsonResponse(await brief(open, origin, askInside(open, origin))));
}
