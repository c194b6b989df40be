/** What reached this attempt: the latest as JSON, or from now on as a live stream. */
import { type AttemptContext, jsonResponse, orStoreAway, resourceOr404 } from '@/lib/sandbox/api';
import { latestExchanges } from '@/lib/sandbox/exchange-log';
import { exchangeStream } from '@/lib/sandbox/exchange-stream';
import { wireAddress } from '@/lib/sandbox/limit';
import { currentWire } from '@/lib/wire/tap';

export async function GET(request: Request, context: AttemptContext): Promise<Response> {
  const open = await resourceOr404(context);
  if (open instanceof Response) return open;
  const streamed = (request.headers.get('Accept') ?? '').includes('text/event-stream');
  if (streamed) return exchangeStream(open, request.signal, wireAddress(currentWire()));
  return orStoreAway(async () => jsonResponse(`[${(await latestExchanges(open)).join(',\n')}]\n`));
}
