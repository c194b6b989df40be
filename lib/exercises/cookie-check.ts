/** What a browser does with a cookie: whether it stores it, and with which requests it sends it (RFC 6265bis §5.6, §5.7, §5.8.3). */
import { failed, passed, type Step } from '@/lib/http-auth/decision';
import { inert } from '@/lib/http-auth/evidence';
import { proposalCheck, type Reading } from './proposal';
import { readHeaders } from './proposed-answer';

type SameSite = 'None' | 'Lax' | 'Strict' | 'Default';

/** A cookie as Set-Cookie describes it. Attributes that a browser does not know are left out. */
export interface CookieLine {
  readonly name: string;
  readonly domain: string;
  /** Undefined where the line has none, or one that does not begin with a slash. */
  readonly path: string | undefined;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
}

/** A cookie, the https address that sets it, and the request of a script. */
export interface CookieCall {
  readonly setBy: string;
  /** The origin of the page, as the address bar shows it. */
  readonly page: string;
  readonly target: string;
}

const readable = proposalCheck('the content is one Set-Cookie header with a name', 'RFC 6265bis §5.6');
const accepted = proposalCheck('the host that sets the cookie may use this Domain', 'RFC 6265bis §5.7');
const prefixed = proposalCheck('the attributes fit the prefix of the name', 'RFC 6265bis §5.4');
const secured = proposalCheck('SameSite=None comes with Secure', 'RFC 6265bis §5.7');
const reaches = proposalCheck('the cookie is for the host of the request', 'RFC 6265bis §5.8.3');
const below = proposalCheck('the cookie is for the path of the request', 'RFC 6265bis §5.1.4');
const allowed = proposalCheck('SameSite lets the page of this site send the cookie', 'RFC 6265bis §5.8.3');

/** Reads one Set-Cookie header (RFC 6265bis §5.6). */
export function readCookieLine(body: Uint8Array): Reading<CookieLine> {
  const read = readHeaders(body);
  if (!read.ok) return read;
  const no = (saw: string) => ({
    ok: false as const,
    trace: [failed(readable, saw, 'Set-Cookie: name=value; attributes')],
  });
  const [line, ...more] = read.value;
  if (!line || more.length) return no(`${read.value.length} headers`);
  if (line[0].toLowerCase() !== 'set-cookie') return no(inert(line[0], 40));
  const cookie = cookieOf(line[1]);
  return cookie
    ? { ok: true, value: cookie, trace: [passed(readable, inert(cookie.name, 40))] }
    : no('no name');
}

function cookieOf(value: string): CookieLine | undefined {
  const [pair = '', ...attributes] = value.split(';');
  const name = pair.slice(0, Math.max(0, pair.indexOf('='))).trim();
  if (!name) return undefined;
  // The last attribute of a name counts (RFC 6265bis §5.7).
  const said = new Map(
    attributes.map((attribute) => {
      const [key = '', ...rest] = attribute.split('=');
      return [key.trim().toLowerCase(), rest.join('=').trim()] as const;
    }),
  );
  const path = said.get('path');
  const flag = said.get('samesite')?.toLowerCase();
  return {
    name,
    domain: (said.get('domain') ?? '').replace(/^\./, '').toLowerCase(),
    path: path?.startsWith('/') ? path : undefined,
    secure: said.has('secure'),
    httpOnly: said.has('httponly'),
    sameSite: flag === 'none' ? 'None' : flag === 'strict' ? 'Strict' : flag === 'lax' ? 'Lax' : 'Default',
  };
}

/** The scheme and the registered part of a host. The names of the exercises are registered below `example`. */
export function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`;
}

/** True where the browser sends the cookie with a call of `fetch` from a page of `page` (RFC 6265bis §5.8.3). */
export function isAllowedBySite({ sameSite }: CookieLine, { page, target }: CookieCall): boolean {
  return sameSite === 'None' || siteOf(page) === siteOf(target);
}

/** The steps up to the first that keeps the cookie out of the request; all of them passed where it is sent. */
export function cookieSteps(cookie: CookieLine, call: CookieCall): readonly Step[] {
  const { name, domain, path, secure, sameSite } = cookie;
  const setter = new URL(call.setBy);
  const target = new URL(call.target);
  const scope = path ?? defaultPath(setter.pathname);
  const isHost = /^__host-/i.test(name);
  const needsSecure = isHost || /^__secure-/i.test(name);
  const scoped = domain ? `Domain=${inert(domain, 60)}` : `no Domain, set by ${setter.hostname}`;
  const flags = [path ? `Path=${inert(path, 40)}` : 'no Path', secure ? 'Secure' : 'no Secure', scoped];
  const word = sameSite === 'Default' ? 'no SameSite, which counts as Lax' : `SameSite=${sameSite}`;

  const checks: readonly (readonly [typeof readable, boolean, string, string])[] = [
    [
      accepted,
      !domain || (domain.includes('.') && isWithin(setter.hostname, domain)),
      scoped,
      `no Domain, or ${setter.hostname} or a registered name above it`,
    ],
    [
      prefixed,
      (!needsSecure || secure) && (!isHost || (!domain && path === '/')),
      needsSecure ? flags.join(', ') : 'a name without such a prefix',
      isHost ? 'Secure and Path=/, and no Domain' : 'Secure',
    ],
    [secured, sameSite !== 'None' || secure, `${word}${secure ? '; Secure' : ''}`, 'Secure beside it'],
    [
      reaches,
      domain ? isWithin(target.hostname, domain) : target.hostname === setter.hostname,
      scoped,
      `a cookie for ${target.hostname}`,
    ],
    [
      below,
      target.pathname === scope || target.pathname.startsWith(scope.endsWith('/') ? scope : `${scope}/`),
      path ? `Path=${inert(path, 40)}` : `no Path, so ${scope}`,
      `a path that ${target.pathname} is below`,
    ],
    [
      allowed,
      isAllowedBySite(cookie, call),
      `${word}; the site of the page is ${siteOf(call.page)}, that of the request ${siteOf(call.target)}`,
      'a SameSite that lets this page send it',
    ],
  ];
  const end = checks.findIndex(([, holds]) => !holds);
  return checks
    .slice(0, end < 0 ? checks.length : end + 1)
    .map(([check, holds, saw, expected]) => (holds ? passed(check, saw) : failed(check, saw, expected)));
}

/** Domain-match of RFC 6265bis §5.1.3. */
function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** The directory of a path (RFC 6265bis §5.1.4). */
function defaultPath(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/';
}
