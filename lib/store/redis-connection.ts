/** One connection to Redis or Valkey that connects again by itself, and that no caller waits for when it is broken. */
import { once } from 'node:events';
import type { createClient } from 'redis';
import { StoreUnavailable } from './store';
import { noteStoreError } from './store-errors';

export type Client = ReturnType<typeof createClient>;

export interface Connection {
  /** The result of `work`. Rejects with StoreUnavailable: at once while Redis is away, or where a reply takes too long. */
  run<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Ends the connection for good. */
  close(): void;
}

/** How long a reply may take, and how long the first connection. */
const timeoutMs = 1_000;
const heartbeatMs = 5_000;
/** Commands under way at most: a Redis that hangs must not fill the memory of those who ask it. */
const queueLength = 16_384;

/** Connects to `url` in the background, again and again; `ready` is called each time that Redis can be asked. */
export function openConnection(
  url: string,
  { ready = () => {}, changed = () => {} }: Listeners = {},
): Connection {
  let client: Client | undefined;
  let closed = false;
  const connect = (to: Client) => void to.connect().catch(() => {});

  const open = async () => {
    // Loaded late: a single process without Redis never needs it.
    const { createClient } = await import('redis');
    if (closed) return;
    const opened: Client = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: queueLength,
      socket: {
        connectTimeout: timeoutMs,
        // Longer than the heart-beat: only a connection whose greeting is never answered is that silent.
        socketTimeout: 3 * heartbeatMs,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, timeoutMs),
      },
    });
    client = opened;
    opened.on('error', () => changed(false));
    opened.on('ready', () => {
      changed(true);
      ready(opened);
    });
    connect(opened);
    await once(opened, 'ready');
  };

  // Where the address cannot be read, the start of the server has said so (lib/store/redis-trouble.ts).
  const firstTry = open().catch(() => changed(false));
  const run: Connection['run'] = async (work) => {
    if (!client?.isReady) await within(firstTry).catch(() => {});
    if (!client?.isReady) {
      noteStoreError();
      throw new StoreUnavailable();
    }
    try {
      return await within(work(client));
    } catch (error) {
      noteStoreError();
      throw error;
    }
  };

  // The client's `pingInterval` with its `socketTimeout` would not do: a command that is written to a peer that has vanished
  // counts as life, and a busy server always writes.
  const beat = setInterval(async () => {
    if (!client?.isReady) return;
    const answers = await within(client.ping()).then(
      () => true,
      () => false,
    );
    if (answers || closed || !client.isReady) return;
    changed(false);
    client.destroy();
    connect(client);
  }, heartbeatMs);
  beat.unref();

  return {
    run,
    close() {
      closed = true;
      clearInterval(beat);
      if (client?.isOpen) client.destroy();
    },
  };
}

export interface Listeners {
  readonly ready?: (client: Client) => void;
  /** Told whether Redis answers, perhaps with the same news twice. */
  readonly changed?: (answers: boolean) => void;
}

/**
 * The result of `work`, or a StoreUnavailable where it fails or takes too long. The client's own `timeout` of commands is for
 * those that wait to be written; one that was written may wait for its reply for ever.
 */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), timeoutMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } catch (cause) {
    throw new StoreUnavailable({ cause });
  } finally {
    clearTimeout(timer);
  }
}
