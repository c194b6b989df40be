/** Sends drafts that a browser may not send, to this server's own sandbox and nowhere else. */
import { type AttemptContext, jsonResponse, resourceOr404 } from '@/lib/sandbox/api';
import { readBody } from '@/lib/sandbox/body';
import { isFromForeignPage } from '@/lib/sandbox/foreign-page';
import { problemResponse } from '@/lib/sandbox/problem';
import { relay } from '@/lib/sandbox/relay';
import { relayBytes } from '@/lib/sandbox/relay-request';

export async function POST(request: Request, context: AttemptContext): Promise<Response> {
  if (isFromForeignPage(request.headers)) {
    return problemResponse(403, 'The relay sends for its own pages, not for those of another site.');
  }
  const open = await resourceOr404(context);
  if (open instanceof Response) return open;
  // Where the client went away meanwhile, nobody hears the answer.
  const body = await readBody(request).catch(() => undefined);
  if (!body)
    return problemResponse(413, 'The draft is larger than 64 KiB.', {
      Connection: 'close',
    });
  const relayed = relayBytes(new TextDecoder().decode(body), open.base, request.headers.get('Host'));
  if (!relayed.ok) return problemResponse(400, relayed.reason);
  const exchange = await relay(relayed.bytes, open);
  return exchange instanceof Response ? exchange : jsonResponse(exchange);
}
