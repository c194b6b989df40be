/** What a client asked this server's own proxy, for the requests that the proxy passed on (RFC 9110 §7.6). */
import { processWide } from '@/lib/process-wide';
import type { Wire } from './tap';

/** What the proxy is passing on, by the local port of its connection to this server. */
export const fronts = processWide('fronts', () => new Map<number, Wire>());

const proxy = processWide('proxy', (): { port?: number } => ({}));

/** Called by the proxy once it listens. */
export function proxyListens(port: number): void {
  proxy().port = port;
}

/** The port on which the proxy of this process listens; undefined where there is none. */
export function openProxyPort(): number | undefined {
  return proxy().port;
}

/** The request as it reached the proxy; undefined where `wire` did not come through it. */
export function frontOf(wire: Wire | undefined): Wire | undefined {
  const { remotePort = 0, localPort, localAddress, remoteAddress } = wire?.request.socket ?? {};
  // A port number is the proxy's only on this machine itself.
  return localPort && localAddress === remoteAddress ? fronts().get(remotePort) : undefined;
}
