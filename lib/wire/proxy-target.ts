/** Where the proxy passes requests on to: this server's own sandbox, and nothing else (RFC 9112 §3.2.2). */

export type ProxyTarget =
  | { readonly ok: true; readonly host: string; readonly path: string }
  | { readonly ok: false; readonly status: 400 | 403; readonly detail: string };

/** What this server is called: its port on this machine, and the origins it was given. */
export interface OwnName {
  readonly port: number;
  readonly origins: readonly string[];
}

const absolute = /^http:\/\/([^/?#@\\\s]+)(\/[^\s#]*)?$/i;
const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/;

/** Reads a request-target. It is compared as text and never resolved, so no name leads anywhere else. */
export function proxyTarget(target: string, { port, origins }: OwnName): ProxyTarget {
  const [, authority, path = '/'] = absolute.exec(target) ?? [];
  if (!authority) {
    return {
      ok: false,
      status: 400,
      detail: 'This port is a proxy: ask it for a whole http address, as curl -x does.',
    };
  }
  const host = authority.toLowerCase();
  const [isLocal, named = '80'] = local.exec(host) ?? [];
  const isOwn = (isLocal && Number(named) === port) || origins.includes(`http://${host}`);
  if (isOwn && path.startsWith('/api/sandbox/')) return { ok: true, host: authority, path };
  const detail = `This proxy passes on to http://localhost:${port}/api/sandbox/ and to nowhere else.`;
  return { ok: false, status: 403, detail };
}
