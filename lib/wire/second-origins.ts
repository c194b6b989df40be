/** The other origins of this server that its pages may connect to, for the exercises that cross origins (CSP3 §6.1.1). */

/**
 * `SECOND_ORIGIN` where it is set. Without it, on a server for one machine, the other of `localhost` and `127.0.0.1` at any
 * port; on a server with a `PUBLIC_ORIGIN` none, since a page of that origin has no business on the reader's machine.
 */
export function secondOrigins({ SECOND_ORIGIN, PUBLIC_ORIGIN }: NodeJS.Dict<string>): string {
  if (SECOND_ORIGIN !== undefined) return SECOND_ORIGIN;
  return PUBLIC_ORIGIN && !isLocal(PUBLIC_ORIGIN) ? '' : 'http://localhost:* http://127.0.0.1:*';
}

function isLocal(origins: string): boolean {
  return origins
    .split(',')
    .some((origin) => /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::|\/|$)/.test(origin.trim()));
}
