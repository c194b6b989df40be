/** What a client asked this server's own proxy, for the requests that the proxy passed on (RFC 9110 §7.6). */
import type { Wire } from './tap';

// The proxy is started apart from the routes, so the two meet on globalThis.
const key = Symbol.for('doorman.fronts');
const portKey = Symbol.for('doorman.proxy-port');
type Shared = typeof globalThis & { [key]?: Map<number, Wire>; [portKey]?: number };

/** What the proxy is passing on, by the local port of its connection to this server. */
export function fronts(): Map<number, Wire> {
  const shared = globalThis as Shared;
  shared[key] ??= new Map();
  return shared[key];
}

/** Called by the proxy once it listens. */
export function proxyListens(port: number): void {
  (globalThis as Shared)[portKey] = port;
}

/** The port on which the proxy of this process listens; undefined where there is none. */
export function openProxyPort(): number | undefined {
  return (globalThis as Shared)[portKey];
}

/** The request as it reached the proxy; undefined where `wire` did not come through it. */
export function frontOf(wire: Wire | undefined): Wire | undefined {
  const { remotePort = 0, localPort, localAddress, remoteAddress } = wire?.request.socket ?? {};
  // A port number is the proxy's only on this machine itself.
  return localPort && localAddress === remoteAddress ? fronts().get(remotePort) : undefined;
}
