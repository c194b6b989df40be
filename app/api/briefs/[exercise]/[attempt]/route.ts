/** What the learner was given: for the page, and for terminals. */
import { type AttemptContext, doorOr404, jsonResponse } from '@/lib/sandbox/api';
import { brief } from '@/lib/sandbox/brief';
import { publicOrigin } from '@/lib/sandbox/origin';

export async function GET(request: Request, context: AttemptContext): Promise<Response> {
  const open = await doorOr404(context);
  if (open instanceof Response) return open;
  return jsonResponse(await brief(open, publicOrigin(request.headers.get('Host'))));
}
