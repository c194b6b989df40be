/** One tier of help; the last is the worked solution. */
import { type AttemptContext, doorOr404, jsonResponse, orStoreAway } from '@/lib/sandbox/api';
import { askInside } from '@/lib/sandbox/ask';
import { hint } from '@/lib/sandbox/brief';
import { publicOrigin } from '@/lib/sandbox/origin';
import { problemResponse } from '@/lib/sandbox/problem';

type Context = {
  params: Promise<{ exercise: string; attempt: string; tier: string }>;
};

export async function GET(request: Request, context: Context & AttemptContext): Promise<Response> {
  const open = await doorOr404(context);
  if (open instanceof Response) return open;
  const { tier } = await context.params;
  const ask = askInside(open, publicOrigin(request.headers.get('Host')));
  return orStoreAway(async () => {
    const found = /^[1-9]$/.test(tier) ? await hint(open, Number(tier), ask) : undefined;
    return found ? jsonResponse(found) : problemResponse(404, 'There is no such tier of help.');
  });
}
