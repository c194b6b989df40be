/** Under which origin the server may call itself, whatever a client claims (RFC 9110 §7.4). */

const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * `PUBLIC_ORIGIN` where it is set (the first of a comma-separated list, or the one that `host` names).
 * `SECOND_ORIGIN` is believed too. Without them only localhost names are; any other Host gets `http://localhost` and
 * the port in use.
 */
export function publicOrigin(host: string | null | undefined): string {
  const configured = (process.env.PUBLIC_ORIGIN ?? '').split(',').map((one) => one.trim().replace(/\/$/, ''));
  const second = configuredSecond();
  if (second && host && second.endsWith(`://${host.toLowerCase()}`)) return second;
  const named = configured.find((origin) => host && origin.endsWith(`://${host.toLowerCase()}`));
  if (configured[0]) return named ?? configured[0];
  if (host && local.test(host)) return `http://${host.toLowerCase()}`;
  return `http://localhost:${process.env.PORT ?? 3000}`;
}

/**
 * Another origin of this same server: `SECOND_ORIGIN` where it is set, else the other of `localhost` and `127.0.0.1`.
 * Undefined where neither helps. Nothing that a client sends chooses it.
 */
export function secondOrigin(origin: string): string | undefined {
  const second = configuredSecond();
  if (second) return origin === second ? publicOrigin(undefined) : second;
  const [, name, port = ''] = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.exec(origin) ?? [];
  return name && `http://${name === 'localhost' ? '127.0.0.1' : 'localhost'}${port}`;
}

function configuredSecond(): string | undefined {
  return process.env.SECOND_ORIGIN?.trim().replace(/\/$/, '') || undefined;
}
