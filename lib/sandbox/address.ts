/** Who a request counts for where addresses are counted, whatever it claims (RFC 7239 §8.1). */
import type { Wire } from '@/lib/wire/tap';

// The relay's route is bundled apart from the sandbox's, so the two meet on globalThis.
const key = Symbol.for('doorman.relayed');
type Shared = typeof globalThis & { [key]?: Set<number> };

/** The local ports of connections that this server's own relay holds open to itself. */
export function relayedPorts(): Set<number> {
  const shared = globalThis as Shared;
  shared[key] ??= new Set();
  return shared[key];
}

/**
 * The address that a request counts for: an IPv4 address, or the first 64 bits of an IPv6 address, which is what
 * one household has. `X-Forwarded-For` is believed only from the addresses in `proxies`. Undefined where nobody
 * is to be counted: for this machine itself, and for the relay, which was counted when it was asked.
 */
export function countedAddress(
  request: Pick<Wire['request'], 'socket' | 'headersDistinct'>,
  proxies: ReadonlySet<string>,
): string | undefined {
  const { socket } = request;
  if (relayedPorts().has(socket.remotePort ?? 0)) return undefined;
  const peer = plain(socket.remoteAddress ?? '');
  const forwarded = proxies.has(peer) ? request.headersDistinct['x-forwarded-for'] : undefined;
  const hops =
    forwarded
      ?.join(',')
      .split(',')
      .map((hop) => plain(hop.trim())) ?? [];
  // Each proxy appends whom it heard from, so only what trusted ones appended is true: the rightmost.
  const address = hops.findLast((hop) => !proxies.has(hop)) ?? peer;
  if (address === '::1' || address.startsWith('127.')) return undefined;
  return address.includes(':') ? network(address) : address;
}

/** The addresses of a comma-separated list, as `TRUSTED_PROXIES` holds them. */
export function proxyList(text = ''): ReadonlySet<string> {
  return new Set(
    text
      .split(',')
      .map((one) => plain(one.trim()))
      .filter(Boolean),
  );
}

/** An IPv4 address that came over an IPv6 socket is still that. */
function plain(address: string): string {
  return address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase()
    .slice(0, 45);
}

function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':');
}
