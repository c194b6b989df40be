/** Follows a stream of server-sent events (HTML §9.2), and comes back after any error of server, proxy or network. */

/** An event as it was dispatched: its type and its data. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

export interface StreamListeners {
  /** Called each time that a stream begins. */
  readonly opened: () => void;
  readonly event: (event: StreamEvent) => void;
  /** Called each time that a stream ended or did not begin. */
  readonly lost: () => void;
}

/** Pauses before a new try, in milliseconds: the first, the longest, and the longest that a server may ask for. */
const pauses = { first: 1_000, longest: 30_000, asked: 5 * 60_000 };

/**
 * Follows the stream at `path` until `signal` aborts. EventSource gives up for good on any status but 200, such as
 * the 502 of a proxy while the server starts; this tries again, after growing pauses or what `Retry-After` asks for.
 */
export async function followStream(
  path: string,
  listeners: StreamListeners,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let least = 0;
    try {
      const response = await fetch(path, {
        headers: { Accept: 'text/event-stream' },
        credentials: 'omit',
        cache: 'no-store',
        signal,
      });
      if (response.ok && response.body) {
        failures = 0;
        listeners.opened();
        least = await readEvents(response.body, listeners.event);
      } else {
        least = retryAfter(response.headers.get('Retry-After'));
        await response.body?.cancel();
      }
    } catch {
      // A connection that breaks is an end like any other.
    }
    if (signal.aborted) return;
    listeners.lost();
    const growing = Math.min(pauses.first * 2 ** failures, pauses.longest);
    failures += 1;
    await pause(spread(Math.max(growing, least)), signal);
  }
}

/** Milliseconds that a `Retry-After` asks for (RFC 9110 §10.2.3), at most five minutes; 0 where it asks for nothing. */
export function retryAfter(value: string | null, now: number = Date.now()): number {
  if (!value) return 0;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), pauses.asked) : 0;
}

/** A quarter more at most, so that a class does not come back in the same moment. */
function spread(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 4);
}

/** Ends early when the browser is online again, or when `signal` aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    globalThis.addEventListener?.('online', end);
    signal.addEventListener('abort', end);
  });
}

/** Reads events to the end of the stream; resolves with the pause that its last `retry` line asked for. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  dispatch: (event: StreamEvent) => void,
): Promise<number> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>);
  let rest = '';
  let retry = 0;
  let type = '';
  let data: string[] = [];
  const take = (line: string) => {
    if (line === '') {
      if (data.length) dispatch({ type: type || 'message', data: data.join('\n') });
      type = '';
      data = [];
      return;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') type = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retry = Math.min(Number(value), pauses.asked);
  };
  const chunks = reader.getReader();
  try {
    for (;;) {
      const { done, value } = await chunks.read();
      if (done) return retry;
      // A CR at the very end may be the first half of a line end.
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    }
  } catch {
    return retry;
  }
}
