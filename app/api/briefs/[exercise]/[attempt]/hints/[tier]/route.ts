/** One tier of help; the last is the worked solution, which changes nothing in the attempt. */

import type { Exchange } from '@/lib/draft/exchange';
import { type AttemptContext, jsonResponse, orStoreAway, resourceOr404 } from '@/lib/sandbox/api';
import { hint } from '@/lib/sandbox/brief';
import { latestExchanges } from '@/lib/sandbox/exchange-log';
import { publicOrigin } from '@/lib/sandbox/origin';
import { problemResponse } from '@/lib/sandbox/problem';
import { currentStore } from '@/lib/store/current';

type Context = {
  params: Promise<{ exercise: string; attempt: string; tier: string }>;
};

export async function GET(request: Request, context: Context & AttemptContext): Promise<Response> {
  const open = await resourceOr404(context);
  if (open instanceof Response) return open;
  const { tier } = await context.params;
  const record = async () => ({
    origin: publicOrigin(request.headers.get('Host')),
    store: currentStore(),
    log: (await latestExchanges(open)).map((json) => JSON.parse(json) as Exchange),
  });
  return orStoreAway(async () => {
    const help = /^[1-9]$/.test(tier) ? await hint(open, Number(tier), record) : undefined;
    return help ? jsonResponse(help) : problemResponse(404, 'There is no such tier of help.');
  });
}
