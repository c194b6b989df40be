/** One exchange of this attempt, as soon as the log has it. */
import { jsonResponse, orStoreAway, resourceOr404 } from '@/lib/sandbox/api';
import { exchangeOnceLogged } from '@/lib/sandbox/exchange-log';
import { problemResponse } from '@/lib/sandbox/problem';

/** An answer is logged just after it left; what is not there by now was never sent, or has made room for later ones. */
const timeoutMs = 2_000;

type Context = { params: Promise<{ exercise: string; attempt: string; id: string }> };

export async function GET(request: Request, context: Context): Promise<Response> {
  const open = await resourceOr404(context);
  if (open instanceof Response) return open;
  const { id } = await context.params;
  return orStoreAway(async () => {
    const json = await exchangeOnceLogged(open, id, timeoutMs, request.signal);
    return json === undefined
      ? problemResponse(404, 'The log of this attempt has no exchange of that id.')
      : jsonResponse(`${json}\n`);
  });
}
