/** Under which origin the server may call itself, whatever a client claims (RFC 9110 §7.4). */

const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * `PUBLIC_ORIGIN` where it is set (the first of a comma-separated list, or the one that `host` names).
 * Without it only localhost names are believed; any other Host gets `http://localhost` and the port in use.
 */
export function publicOrigin(host: string | null | undefined): string {
  const configured = (process.env.PUBLIC_ORIGIN ?? '').split(',').map((one) => one.trim().replace(/\/$/, ''));
  const named = configured.find((origin) => host && origin.endsWith(`://${host.toLowerCase()}`));
  if (configured[0]) return named ?? configured[0];
  if (host && local.test(host)) return `http://${host.toLowerCase()}`;
  return `http://localhost:${process.env.PORT ?? 3000}`;
}
