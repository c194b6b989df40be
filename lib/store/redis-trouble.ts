/** Why a Redis cannot be used, in a sentence that names no secret. */
import { connect } from 'node:net';

const timeoutMs = 3_000;

const addressTrouble =
  'REDIS_URL is no address: it looks like redis://user:password@host:6379, with %2F for a slash and %23 for # in the password.';

/**
 * Connects once to `url` and asks something. Resolves with a sentence that says what is wrong (the address, the name, the
 * password, TLS or the network), or with undefined where Redis answers. Nothing of the address but its scheme is repeated.
 */
export async function redisTrouble(url: string): Promise<string | undefined> {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol === undefined) return addressTrouble;
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    return 'REDIS_URL must begin with redis://, or with rediss:// for TLS.';
  }
  const { createClient } = await import('redis');
  let client: ReturnType<typeof createClient> | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    client = createClient({ url, socket: { connectTimeout: timeoutMs, reconnectStrategy: false } });
    client.on('error', () => {});
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), timeoutMs);
    });
    const connected = client;
    await Promise.race([connected.connect().then(() => connected.ping()), tooLong]);
    return undefined;
  } catch (error) {
    const isTls = protocol === 'rediss:';
    // A Redis without TLS waits for more where it hears a greeting of TLS.
    const isDeaf = codeOf(error) === 'ETIMEDOUT' && (await takesConnections(new URL(url)));
    return isDeaf ? deaf(isTls) : sentence(error, isTls);
  } finally {
    clearTimeout(timer);
    if (client?.isOpen) client.destroy();
  }
}

function deaf(isTls: boolean): string {
  if (isTls) return 'TLS with Redis failed (no answer): redis:// is for a Redis without TLS.';
  return 'Redis takes the connection but does not answer: check the network, and whether the port is that of a Redis.';
}

function takesConnections({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port || 6379), timeout: 1_000 });
    const end = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function sentence(error: unknown, isTls: boolean): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  const shown = code ? ` (${code})` : '';
  if (code === 'ERR_INVALID_URL') return addressTrouble;
  if (/^(ENOTFOUND|EAI_)/.test(code)) return `The host name in REDIS_URL is not found${shown}.`;
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/i.test(message)) {
    return 'Redis refuses the user name or the password in REDIS_URL.';
  }
  if (/^(ERR_SSL|ERR_TLS|EPROTO|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code)) {
    return `TLS with Redis failed${shown}: redis:// is for a Redis without TLS, and NODE_EXTRA_CA_CERTS names a certificate authority of one’s own.`;
  }
  if (/^E[A-Z]+$/.test(code) && code !== 'ECONNRESET') {
    return `Redis cannot be reached over the network${shown}: check host, port and firewall.`;
  }
  if (!isTls) return `Redis closed the connection${shown}: a Redis with TLS needs rediss:// in REDIS_URL.`;
  return `Redis closed the connection during TLS${shown}: redis:// is for a Redis without TLS.`;
}

/** The system's code, wherever the error has it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as NodeJS.ErrnoException;
  if (code) return String(code);
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
