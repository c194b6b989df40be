/** One connection to Redis or Valkey that mends itself, and that nobody waits for when it is broken. */
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
const patience = 1_000;
const heartbeat = 5_000;
/** Commands under way at most: a Redis that hangs must not fill the memory of those who ask it. */
const queueLength = 16_384;

/** Connects to `url` in the background, again and again; `ready` is called each time that Redis can be asked. */
export function openConnection(
  url: string,
  { ready = () => {}, changed = () => {} }: Listeners = {},
): Connection {
  let client: Client | undefined;
  let closed = false;
  let settle = () => {};
  const firstTry = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const open = async () => {
    // Loaded late: a single process without Redis never needs it.
    const { createClient } = await import('redis');
    if (closed) return;
    const connecting: Client = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: queueLength,
      socket: {
        connectTimeout: patience,
        // Longer than the heart-beat: only a connection whose greeting is never answered is that silent.
        socketTimeout: 3 * heartbeat,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, patience),
      },
    });
    connecting.on('error', () => {
      if (connecting !== client) return;
      settle();
      changed(false);
    });
    connecting.on('ready', () => {
      if (connecting !== client) return;
      settle();
      changed(true);
      ready(connecting);
    });
    client = connecting;
    connecting.connect().catch(() => {});
  };

  // Where the address cannot be read, the start of the server has said so (lib/store/redis-trouble.ts).
  const tryOpen = () => open().catch(() => changed(false));
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

  // A peer that has vanished without a word answers no PING: only a new connection can find out.
  const beat = setInterval(async () => {
    const pinged = client;
    if (!pinged?.isReady) return;
    const lost = await within(pinged.ping()).then(
      () => false,
      () => pinged.isReady && pinged === client,
    );
    if (!lost || closed) return;
    changed(false);
    client = undefined;
    pinged.destroy();
    void tryOpen();
  }, heartbeat);
  beat.unref();

  void tryOpen();
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

/** The result of `work`, or a StoreUnavailable where it fails or takes too long. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), patience);
  });
  try {
    return await Promise.race([work, tooLong]);
  } catch (cause) {
    throw new StoreUnavailable({ cause });
  } finally {
    clearTimeout(timer);
  }
}
