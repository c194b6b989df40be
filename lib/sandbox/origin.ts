/** Under which origin the server may call itself, whatever a client claims (RFC 9110 §7.4). */

const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * `PUBLIC_ORIGIN` where it is set (the first of a comma-separated list, or the one that `host` names).
 * `SECOND_ORIGIN` is believed too. Without them only localhost names are; any other Host gets `http://localhost` and
 * the port in use.
 */
export function publicOrigin(host: string | null | undefined): string {
  const second = configuredSecond();
  if (second && host && second.endsWith(`://${host.toLowerCase()}`)) return second;
  const configured = configuredOrigins();
  const named = configured.find((origin) => host && origin.endsWith(`://${host.toLowerCase()}`));
  if (configured[0]) return named ?? configured[0];
  if (host && local.test(host)) return `http://${host.toLowerCase()}`;
  return `http://localhost:${process.env.PORT ?? 3000}`;
}

/** Where a request came in: the ends of its connection. */
interface Place {
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
}

/**
 * True where `authority` names this server: by one of its origins, by a localhost name, or by the address and port at
 * which the request came in. It says nothing about Host, which any name may stand in that leads here. An https address is
 * this server's only where an origin is configured so: TLS then ends at a gateway (RFC 9110 §7.4).
 */
export function isThisServer(
  authority: string,
  { localAddress = '', localPort }: Place,
  isHttps = false,
): boolean {
  if (isHttps) return allConfigured().includes(`https://${authority}`);
  if (local.test(authority)) return true;
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  const here = address.includes(':') ? `[${address}]` : address;
  return authority === `${here}:${localPort}` || isConfiguredHost(authority);
}

/** Why a request for what is not this server is refused (RFC 9110 §15.5.20). */
export function misdirected(isHttps = false): string {
  return isHttps
    ? 'The request names an https address, which this server does not serve here.'
    : 'The request names a host that is not this server.';
}

/** True where `authority` is the host and port of `PUBLIC_ORIGIN`, of another in its list, or of `SECOND_ORIGIN`. */
export function isConfiguredHost(authority: string): boolean {
  return allConfigured().some((origin) => origin.replace(/^https?:\/\//, '') === authority);
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

/** The origins of `PUBLIC_ORIGIN`, in small letters and without a slash at the end. */
export function configuredOrigins(): string[] {
  return originsIn(process.env.PUBLIC_ORIGIN);
}

function configuredSecond(): string | undefined {
  return originsIn(process.env.SECOND_ORIGIN)[0];
}

function allConfigured(): string[] {
  return [...configuredOrigins(), ...originsIn(process.env.SECOND_ORIGIN)];
}

function originsIn(text = ''): string[] {
  const origins = text.split(',').map((origin) => origin.trim().toLowerCase().replace(/\/$/, ''));
  return origins.filter(Boolean);
}

/** Throws an Error with a sentence where the variable `name` holds something that is no origin (RFC 6454 §4). */
export function checkOrigins(name: 'PUBLIC_ORIGIN' | 'SECOND_ORIGIN', text: string | undefined): void {
  const wrong = originsIn(text).find(
    (origin) => !/^https?:\/\/[^/?#@\s]+$/.test(origin) || !URL.canParse(origin),
  );
  if (wrong === undefined) return;
  const shown = wrong.replace(/[^\w.:/-]/g, '?').slice(0, 60);
  throw new Error(`${name} holds “${shown}”, which is no origin such as https://doorman.example.`);
}
