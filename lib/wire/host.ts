/** What a request says about the host that it is for (RFC 9112 §3.2). */

import type { Wire } from './tap';
import { isHost } from './target';

/** The host and port that `wire` is for: those of its target where it names any, else those of Host. */
export function hostOf({ authority, request }: Pick<Wire, 'authority' | 'request'>): string | undefined {
  return authority ?? request.headers.host;
}

/** What is wrong with the Host lines of a request. */
export interface HostFault {
  readonly check: string;
  readonly saw: string;
  readonly expected: string;
}

/**
 * Why the server has to answer 400, whatever the route: no Host in HTTP/1.1, more than one, or a value that is no host
 * with a port. Undefined where Host is as it should be.
 */
export function hostFault(wire: Pick<Wire, 'request'>): HostFault | undefined {
  const lines = hostLines(wire.request.rawHeaders);
  const [host] = lines;
  if (host === undefined) {
    // Older clients need not send it.
    if (wire.request.httpVersion !== '1.1') return undefined;
    return { check: 'the request has a Host field line', saw: 'no Host field', expected: 'one field line' };
  }
  if (lines.length > 1) {
    return {
      check: 'at most one Host field line',
      saw: `${lines.length} field lines`,
      expected: 'one field line',
    };
  }
  if (isHost(host)) return undefined;
  return {
    check: 'Host is a host, and a port where one is needed',
    saw: host === '' ? 'an empty value' : 'a value that is no host',
    expected: 'a name or an address, with a colon and a number where the port is not the usual one',
  };
}

function hostLines(raw: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') lines.push(raw[at + 1] ?? '');
  }
  return lines;
}
