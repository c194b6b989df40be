/** The live stream of an attempt's exchanges, as server-sent events (HTML §9.2). */
import { endWithServer, isDraining } from '@/lib/wire/draining';
import { listenToExchanges } from './exchange-log';
import type { OpenResource } from './open-resource';
import { problemResponse } from './problem';

export const streamLimits = {
  heartbeat: 15_000,
  /** Closed after that long without an exchange; a page that is still open connects again by itself. */
  idle: 30 * 60_000,
  perAttempt: 6,
  /** A class behind one address fits, with a second screen for each. */
  perAddress: 200,
  perProcess: 2_000,
  /** Events that a client may leave unread. */
  unread: 64,
};

const counts = new Map<string, number>();
let total = 0;

/**
 * Streams each exchange as an event `exchange` until `signal` aborts, the stream is idle, or the client stops
 * reading. 429 where this attempt or `address` has too many open, 503 where this process has.
 */
export function exchangeStream({ slug, id }: OpenResource, signal: AbortSignal, address?: string): Response {
  const attempt = `${slug}/${id}`;
  const full = fullness(attempt, address);
  if (full) return full;
  const uncount = countIn(address === undefined ? [attempt] : [attempt, address]);

  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let lastExchange = Date.now();
      let over = false;
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -streamLimits.unread) return end();
        controller.enqueue(encoder.encode(text));
      };
      const stopListening = listenToExchanges({ slug, id }, (json) => {
        lastExchange = Date.now();
        send(`event: exchange\ndata: ${json}\n\n`);
      });
      const heartbeat = setInterval(() => {
        if (Date.now() - lastExchange < streamLimits.idle) return send(': still here\n\n');
        send(': nothing came for half an hour\n\n');
        end();
      }, streamLimits.heartbeat);
      stop = () => {
        over = true;
        clearInterval(heartbeat);
        stopListening();
        unregister();
        uncount();
      };
      const end = () => {
        if (over) return;
        stop();
        controller.close();
      };
      // The page comes back by itself, to this server or to the one that takes its place.
      const unregister = endWithServer(() => {
        send('event: bye\ndata: the server ends\n\n');
        end();
      });
      signal.addEventListener('abort', end, { once: true });
      send('retry: 2000\n\n');
      if (signal.aborted) end();
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

const encoder = new TextEncoder();
const later = { 'Retry-After': '30' };

function fullness(attempt: string, address: string | undefined): Response | undefined {
  if (isDraining()) return problemResponse(503, 'This server was asked to end.', { 'Retry-After': '2' });
  if ((counts.get(attempt) ?? 0) >= streamLimits.perAttempt)
    return problemResponse(429, 'Six streams of this attempt are open already.', later);
  if (address !== undefined && (counts.get(address) ?? 0) >= streamLimits.perAddress)
    return problemResponse(429, 'Too many streams are open from this address.', later);
  if (total >= streamLimits.perProcess)
    return problemResponse(503, 'As many streams are open as this server holds.', later);
  return undefined;
}

/** Counts one more stream under each key; the function that it returns takes it away again, once. */
function countIn(keys: readonly string[]): () => void {
  const add = (change: number) => {
    total += change;
    for (const key of keys) {
      const count = (counts.get(key) ?? 0) + change;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    }
  };
  add(1);
  let isUncounted = false;
  return () => {
    if (isUncounted) return;
    isUncounted = true;
    add(-1);
  };
}
