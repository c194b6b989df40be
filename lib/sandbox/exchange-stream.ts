/** The live stream of an attempt's exchanges, as server-sent events (HTML §9.2). */
import type { OpenDoor } from './door';
import { listenToExchanges } from './exchange-log';
import { problemResponse } from './problem';

const heartbeat = 15_000;
const openAtOnce = 6;
const counts = new Map<string, number>();

/** Streams each exchange as an event `exchange` until `signal` aborts; 429 where six streams are open already. */
export function exchangeStream({ slug, id }: OpenDoor, signal: AbortSignal): Response {
  const key = `${slug}/${id}`;
  const open = counts.get(key) ?? 0;
  if (open >= openAtOnce) {
    return problemResponse(429, 'Six streams of this attempt are open already.', { 'Retry-After': '30' });
  }
  counts.set(key, open + 1);

  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const silence = listenToExchanges(slug, id, (json) => send(`event: exchange\ndata: ${json}\n\n`));
      const beat = setInterval(() => send(': still here\n\n'), heartbeat);
      let stopped = false;
      stop = () => {
        if (stopped) return;
        stopped = true;
        clearInterval(beat);
        silence();
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
      signal.addEventListener('abort', () => {
        stop();
        controller.close();
      });
      send('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
