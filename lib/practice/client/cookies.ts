/** What a browser does with cookies: it stores them or not, and sends them or not (RFC 6265bis §5.7, §5.8.3). */
import type { Rule } from '@/lib/http-auth/rule';
import type { Reason } from './rules';

export interface NewCookie {
  readonly name: string;
  readonly value: string;
  /** As in Set-Cookie; an attribute without a value has an empty one. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** A request that a browser may attach the cookies to. */
export interface NextRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** The origin of the page that makes the request. */
  readonly page: string;
  /** A link and a form lead the whole window there; a script stays on its page. */
  readonly by: 'link' | 'form' | 'script';
  /** What a script asked for. */
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  readonly secondsLater: number;
}

export interface CookieExchange {
  readonly kind: 'cookies';
  /** The address, opened in a window, whose response sets the cookies. */
  readonly setBy: string;
  readonly cookies: readonly [NewCookie, NewCookie];
  readonly next: NextRequest;
}

export interface Fate extends Reason {
  readonly sent: boolean;
}

/** The attribute's value; undefined where the cookie does not have it. */
function attribute({ attributes }: NewCookie, name: string): string | undefined {
  return attributes.findLast(([fieldName]) => fieldName.toLowerCase() === name.toLowerCase())?.[1];
}

/** Whether a host is `domain` or a name below it (RFC 6265bis §5.1.3). */
function domainMatches(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether a path is `cookiePath` or lies below it (RFC 6265bis §5.1.4). */
function pathMatches(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path === cookiePath || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

/** The path of a cookie without the attribute: that of its response, up to the last slash (RFC 6265bis §5.1.4). */
function defaultPath(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

/** Scheme and registrable domain: below `.example` that is a name with one dot. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`;
}

/** True where the request comes from another site than it goes to (RFC 6265bis §5.2). */
function isCrossSite({ page, url }: Pick<NextRequest, 'page' | 'url'>): boolean {
  return siteOf(page) !== siteOf(url);
}

/** The path of the cookie as the browser stores it. */
function pathOf(cookie: NewCookie, setBy: string): string {
  const path = attribute(cookie, 'Path');
  return path?.startsWith('/') ? path : defaultPath(new URL(setBy).pathname);
}

/** What becomes of one cookie, with the rule that decides it. */
export function fateOf(cookie: NewCookie, { setBy, next }: CookieExchange): Fate {
  return refusal(cookie, setBy) ?? silence(cookie, setBy, next) ?? sent(cookie, next);
}

/** The cookies that the next request brings, in the order in which it does: longer paths first (RFC 6265bis §5.8.3). */
export function sentCookies(exchange: CookieExchange): readonly NewCookie[] {
  const length = (cookie: NewCookie) => pathOf(cookie, exchange.setBy).length;
  return exchange.cookies
    .filter((cookie) => fateOf(cookie, exchange).sent)
    .sort((a, b) => length(b) - length(a));
}

const not = (text: string, rule: Rule): Fate => ({ sent: false, text, rule });

/** Why the browser does not even store it (RFC 6265bis §5.7). */
function refusal(cookie: NewCookie, setBy: string): Fate | undefined {
  const { name } = cookie;
  const { protocol, hostname } = new URL(setBy);
  const has = (attributeName: string) => attribute(cookie, attributeName) !== undefined;
  const domain = attribute(cookie, 'Domain');
  if (domain && !domainMatches(hostname, domain))
    return not(
      `The browser refuses \`${name}\`: \`${hostname}\` is not \`${domain}\`, and not a name below it.`,
      'RFC 6265bis §5.7',
    );
  if (has('Secure') && protocol !== 'https:')
    return not(
      `The browser refuses \`${name}\`: it has \`Secure\`, and the response came over \`http\`.`,
      'RFC 6265bis §5.7',
    );
  if (attribute(cookie, 'SameSite') === 'None' && !has('Secure'))
    return not(`The browser refuses \`${name}\`: \`SameSite=None\` needs \`Secure\`.`, 'RFC 6265bis §5.7');
  if (name.startsWith('__Secure-') && !has('Secure'))
    return not(
      `The browser refuses \`${name}\`: a name that begins with \`__Secure-\` needs \`Secure\`.`,
      'RFC 6265bis §5.4',
    );
  if (name.startsWith('__Host-') && !(has('Secure') && !domain && attribute(cookie, 'Path') === '/'))
    return not(
      `The browser refuses \`${name}\`: the prefix \`__Host-\` needs \`Secure\`, \`Path=/\` and no \`Domain\`.`,
      'RFC 6265bis §5.4',
    );
  return undefined;
}

/** Why a stored cookie stays at home (RFC 6265bis §5.8.3, and for scripts the Fetch standard). */
function silence(cookie: NewCookie, setBy: string, next: NextRequest): Fate | undefined {
  const { name } = cookie;
  const { protocol, hostname, pathname, origin } = new URL(next.url);
  const { credentials = 'same-origin' } = next;
  if (next.by === 'script' && credentials === 'omit')
    return not(
      `\`${name}\` is not sent: with \`credentials: 'omit'\` a script sends no cookies.`,
      'Fetch §http-network-or-cache-fetch',
    );
  if (next.by === 'script' && credentials === 'same-origin' && origin !== next.page)
    return not(
      `\`${name}\` is not sent: \`${origin}\` is not the origin of the page, and \`same-origin\` sends cookies only there.`,
      'Fetch §http-network-or-cache-fetch',
    );
  const age = attribute(cookie, 'Max-Age');
  if (age !== undefined && next.secondsLater >= Number(age))
    return not(
      Number(age) > 0
        ? `\`${name}\` is not sent: it lasts ${age} seconds and has expired.`
        : `\`${name}\` is not sent: \`Max-Age=0\` removes a cookie at once.`,
      'RFC 6265bis §5.6.2',
    );
  const domain = attribute(cookie, 'Domain');
  const home = new URL(setBy).hostname;
  if (domain ? !domainMatches(hostname, domain) : hostname !== home)
    return not(
      domain
        ? `\`${name}\` is not sent: \`${hostname}\` is not \`${domain}\`, and not a name below it.`
        : `\`${name}\` is not sent: without \`Domain\` it goes to \`${home}\` alone, to no name below it.`,
      domain ? 'RFC 6265bis §5.1.3' : 'RFC 6265bis §5.6.3',
    );
  const path = pathOf(cookie, setBy);
  if (!pathMatches(pathname, path))
    return not(
      `\`${name}\` is not sent: \`${pathname}\` is not \`${path}\`, and is not below it.`,
      'RFC 6265bis §5.1.4',
    );
  if (attribute(cookie, 'Secure') !== undefined && protocol !== 'https:')
    return not(`\`${name}\` is not sent: it has \`Secure\`, and this is \`http\`.`, 'RFC 6265bis §5.6.5');
  return sameSiteSilence(cookie, next);
}

/** `Lax` lets a link through that comes from another site, `Strict` nothing (RFC 6265bis §5.6.7.1). */
function sameSiteSilence(cookie: NewCookie, next: NextRequest): Fate | undefined {
  const sameSite = attribute(cookie, 'SameSite');
  if (sameSite === undefined || sameSite === 'None' || !isCrossSite(next)) return undefined;
  if (sameSite === 'Lax' && next.by !== 'script' && next.method === 'GET') return undefined;
  return not(
    sameSite === 'Strict'
      ? `\`${cookie.name}\` is not sent: the request comes from another site, and it has \`SameSite=Strict\`.`
      : `\`${cookie.name}\` is not sent: from another site, \`SameSite=Lax\` allows only a link and other safe navigations.`,
    'RFC 6265bis §5.6.7.1',
  );
}

function sent(cookie: NewCookie, next: NextRequest): Fate {
  const sameSite = attribute(cookie, 'SameSite');
  const lax = sameSite === 'Lax' ? ', and `SameSite=Lax` allows a link from another site' : '';
  const across = isCrossSite(next) && sameSite !== undefined;
  const what = across && !lax ? ', and `SameSite=None` allows requests from every site' : lax;
  return {
    sent: true,
    text: `\`${cookie.name}\` is sent: host and path fit, and it has not expired${across ? what : ''}.`,
    rule: across ? 'RFC 6265bis §5.6.7.1' : 'RFC 6265bis §5.8.3',
  };
}
