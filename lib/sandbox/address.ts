/** The address that a request is counted for, whatever its fields claim (RFC 7239 §8.1). */
import ipaddr from 'ipaddr.js';
import { processWide } from '@/lib/process-wide';
import type { Wire } from '@/lib/wire/tap';

/** The local ports of connections that this server's relay has open to itself, each with the address that asked it. */
export const relayedPorts = processWide('relayed', () => new Map<number, string | undefined>());

/**
 * The address that a request counts for: an IPv4 address, or the first 64 bits of an IPv6 address, which is what
 * one household has. `X-Forwarded-For` is believed only from the addresses in `proxies`. Undefined where nothing
 * is counted: for this machine itself, and for the relay, which was counted when it was asked.
 */
export function countedAddress(request: Sender, proxies: Proxies): string | undefined {
  return relayedPorts().has(request.socket.remotePort ?? 0) ? undefined : senderAddress(request, proxies);
}

/** The same for what a request leaves behind: here the relay stands for the address that asked it. */
export function ownerAddress(request: Sender, proxies: Proxies): string | undefined {
  const port = request.socket.remotePort ?? 0;
  return relayedPorts().has(port) ? relayedPorts().get(port) : senderAddress(request, proxies);
}

type Sender = Pick<Wire['request'], 'socket' | 'headersDistinct'>;

function senderAddress(request: Sender, proxies: Proxies): string | undefined {
  const peer = plain(request.socket.remoteAddress ?? '');
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

/** The proxies that are believed. */
export interface Proxies {
  /** True where `address` is one of them, or in one of their networks. */
  readonly has: (address: string) => boolean;
}

/**
 * The addresses and networks (`10.0.0.0/8`, `fd00::/8`) of a comma-separated list, as `TRUSTED_PROXIES` has them.
 * Throws an Error with a sentence that names the first entry that is neither.
 */
export function proxyList(text = ''): Proxies {
  const networks = text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(networkOf);
  return {
    has: (address) => {
      if (!networks.length || !ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return networks.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
    },
  };
}

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

function networkOf(entry: string): Network {
  try {
    const [base, bits] = entry.includes('/') ? ipaddr.parseCIDR(entry) : single(entry);
    // An IPv4 network may be written as it looks on an IPv6 socket.
    if (base instanceof ipaddr.IPv6 && base.isIPv4MappedAddress() && bits >= 96) {
      return [base.toIPv4Address(), bits - 96];
    }
    return [base, bits];
  } catch {
    const shown = entry.replace(/[^\w.:/-]/g, '?').slice(0, 45);
    throw new Error(
      `TRUSTED_PROXIES holds “${shown}”, which is no address and no network such as 10.0.0.0/8.`,
    );
  }
}

function single(entry: string): Network {
  if (!ipaddr.isValid(entry) || (!entry.includes(':') && entry.split('.').length !== 4)) throw new Error();
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
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
