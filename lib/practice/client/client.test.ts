/** What clients do, said once more and apart from the rules: each line names the section that it was read in. */
import { describe, expect, test } from 'vitest';
import { type CacheExchange, cacheRuling } from './caching';
import { type CookieExchange, fateOf, type NewCookie, type NextRequest } from './cookies';
import { type CorsExchange, corsRuling } from './cors';

const cookie = (line: string): NewCookie => {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split('=');
  return {
    name,
    value,
    attributes: attributes.map(
      (attribute) => [attribute.split('=')[0] ?? '', attribute.split('=')[1] ?? ''] as const,
    ),
  };
};

const request = (text: string): NextRequest => {
  const [by = '', page = '', url = ''] = text.split(' ');
  const [way = '', credentials] = by.split('/');
  return {
    by: way as NextRequest['by'],
    method: way === 'form' ? 'POST' : 'GET',
    page,
    url,
    secondsLater: 60,
    ...(credentials && { credentials: credentials as 'include' }),
  };
};

describe('a cookie is sent or not (RFC 6265bis)', () => {
  const shop = 'https://shop.example';
  test.each([
    // §5.8.3: host-only without Domain; §5.1.3 with it.
    ['a=1', `link ${shop} ${shop}/x`, true],
    ['a=1', `link ${shop} https://www.shop.example/`, false],
    ['a=1; Domain=shop.example', `link ${shop} https://www.shop.example/`, true],
    ['a=1; Domain=shop.example', `link ${shop} https://notshop.example/`, false],
    // A port is no part of the host (RFC 6265bis §8.5).
    ['a=1', `link ${shop} ${shop}:8443/`, true],
    // §5.7 step 10: a Domain that the host does not match is refused.
    ['a=1; Domain=pay.example', `link ${shop} https://pay.example/`, false],
    // §5.1.4: path-match, and the default path, which is that of /login: /.
    ['a=1; Path=/admin', `link ${shop} ${shop}/admin`, true],
    ['a=1; Path=/admin', `link ${shop} ${shop}/admin/users`, true],
    ['a=1; Path=/admin', `link ${shop} ${shop}/administer`, false],
    ['a=1; Path=/admin/', `link ${shop} ${shop}/admin`, false],
    ['a=1; Path=admin', `link ${shop} ${shop}/anything`, true],
    // §5.8.3: Secure needs a secure connection.
    ['a=1; Secure', 'link http://shop.example http://shop.example/', false],
    ['a=1', 'link http://shop.example http://shop.example/', true],
    // §5.6.2: Max-Age.
    ['a=1; Max-Age=60', `link ${shop} ${shop}/`, false],
    ['a=1; Max-Age=61', `link ${shop} ${shop}/`, true],
    ['a=1; Max-Age=0', `link ${shop} ${shop}/`, false],
    // §5.6.7.1: Lax and Strict; §5.2: a site is made of scheme and registrable domain.
    ['a=1; SameSite=Strict; Secure', `link https://news.example ${shop}/`, false],
    ['a=1; SameSite=Strict; Secure', `link https://www.shop.example ${shop}/`, true],
    ['a=1; SameSite=Lax; Secure', `link https://news.example ${shop}/`, true],
    ['a=1; SameSite=Lax; Secure', `form https://news.example ${shop}/`, false],
    ['a=1; SameSite=Lax; Secure', `script/include https://news.example ${shop}/`, false],
    ['a=1; SameSite=Lax; Secure', `script/include http://shop.example ${shop}/`, false],
    ['a=1; SameSite=Lax; Secure', `script/include https://api.shop.example ${shop}/`, true],
    ['a=1; SameSite=None; Secure', `script/include https://news.example ${shop}/`, true],
    ['a=1; SameSite=None; Secure', `form https://news.example ${shop}/`, true],
    // §5.7 steps 19 to 21.
    ['a=1; SameSite=None', `link ${shop} ${shop}/`, false],
    ['__Secure-a=1', `link ${shop} ${shop}/`, false],
    ['__Secure-a=1; Secure', `link ${shop} ${shop}/`, true],
    ['__Host-a=1; Path=/; Secure', `link ${shop} ${shop}/`, true],
    ['__Host-a=1; Secure', `link ${shop} ${shop}/`, false],
    ['__Host-a=1; Path=/', `link ${shop} ${shop}/`, false],
    ['__Host-a=1; Path=/; Secure; Domain=shop.example', `link ${shop} ${shop}/`, false],
    // Fetch, HTTP-network-or-cache fetch: the credentials mode.
    ['a=1; SameSite=None; Secure', `script/omit ${shop} ${shop}/`, false],
    ['a=1; SameSite=None; Secure', `script/same-origin https://www.shop.example ${shop}/`, false],
    ['a=1; SameSite=None; Secure', `script/same-origin ${shop} ${shop}/`, true],
  ])('%s, then %s: %s', (line, next, sent) => {
    const parsedCookie = cookie(line);
    const exchange: CookieExchange = {
      kind: 'cookies',
      setBy: `${shop}/login`,
      cookies: [parsedCookie, parsedCookie],
      next: request(next),
    };
    expect(fateOf(parsedCookie, exchange).sent).toBe(sent);
  });
});

const origin = 'Access-Control-Allow-Origin';
const headers = 'Access-Control-Allow-Headers';

describe('a page of another origin (Fetch)', () => {
  const page = 'https://app.example';
  const base: CorsExchange = {
    kind: 'cors',
    page,
    url: 'https://api.example/',
    method: 'GET',
    fields: [],
    credentials: false,
    preflight: { status: 401, fields: [] },
    reply: { status: 200, fields: [[origin, page]] },
  };
  const bearer = { fields: [['Authorization', 'Bearer t']] } as const;
  const allowing = (value: string, status = 204) =>
    ({
      preflight: {
        status,
        fields: [
          [origin, page],
          [headers, value],
        ],
      },
    }) as const;
  const withCookies = (...fields: readonly (readonly [string, string])[]) =>
    ({ credentials: true, reply: { status: 200, fields } }) as const;
  test.each<[string, Partial<CorsExchange>, string]>([
    ['a GET', {}, 'plain-read'],
    ['a 401 that allows the origin', { reply: { status: 401, fields: [[origin, page]] } }, 'plain-read'],
    ['a response without the header', { reply: { status: 200, fields: [] } }, 'plain-hidden'],
    ['a star', { reply: { status: 200, fields: [[origin, '*']] } }, 'plain-read'],
    ['a slash at the end', { reply: { status: 200, fields: [[origin, `${page}/`]] } }, 'plain-hidden'],
    ['a form', { method: 'POST', fields: [['Content-Type', 'text/plain']] }, 'plain-read'],
    ['JSON', { method: 'POST', fields: [['Content-Type', 'application/json']] }, 'refused'],
    ['a PUT that is not allowed', { method: 'PUT', ...allowing('*') }, 'refused'],
    ['Authorization by its name', { ...bearer, ...allowing('authorization') }, 'asked-read'],
    ['Authorization under a star', { ...bearer, ...allowing('*') }, 'refused'],
    ['a star and Authorization', { ...bearer, ...allowing('*, Authorization') }, 'asked-read'],
    ['a preflight with 401', { ...bearer, ...allowing('authorization', 401) }, 'refused'],
    ['X-Trace under a star', { fields: [['X-Trace', '7']], ...allowing('*') }, 'asked-read'],
    ['cookies and a star', withCookies([origin, '*']), 'plain-hidden'],
    ['cookies and the origin alone', withCookies([origin, page]), 'plain-hidden'],
    [
      'cookies and both headers',
      withCookies([origin, page], ['Access-Control-Allow-Credentials', 'true']),
      'plain-read',
    ],
    [
      'cookies and True',
      withCookies([origin, page], ['Access-Control-Allow-Credentials', 'True']),
      'plain-hidden',
    ],
  ])('with %s', (_, change, outcome) => {
    expect(corsRuling({ ...base, ...change }).outcome).toBe(outcome);
  });
});

describe('a cache (RFC 9111)', () => {
  const base: CacheExchange = {
    kind: 'caching',
    shared: true,
    url: 'https://shop.example/',
    first: [],
    status: 200,
    reply: [['Cache-Control', 'max-age=60']],
    secondsLater: 30,
    second: [],
  };
  const control = (value: string) => ({ reply: [['Cache-Control', value]] }) as const;
  const asked = { first: [['Authorization', 'Bearer a']], second: [['Authorization', 'Bearer b']] } as const;
  const varied = (name: string) =>
    ({
      reply: [
        ['Cache-Control', 'max-age=60'],
        ['Vary', name],
      ],
    }) as const;
  test.each<[string, Partial<CacheExchange>, string]>([
    ['§4.2: fresh', {}, 'reused'],
    ['§4.2: of the same age as its lifetime', { secondsLater: 60 }, 'validated'],
    ['§5.2.2.5: no-store', control('no-store'), 'not-stored'],
    ['§5.2.2.4: no-cache', control('no-cache, max-age=60'), 'validated'],
    ['§5.2.2.7: private in a shared cache', control('private, max-age=60'), 'not-stored'],
    ['§5.2.2.7: private in a private cache', { shared: false, ...control('private, max-age=60') }, 'reused'],
    ['§3.5: Authorization in a shared cache', asked, 'not-stored'],
    ['§3.5: Authorization in a private cache', { ...asked, shared: false }, 'reused'],
    ['§3.5: with public', { ...asked, ...control('public, max-age=60') }, 'reused'],
    ['§3.5: with s-maxage', { ...asked, ...control('s-maxage=60') }, 'reused'],
    ['§3.5: with must-revalidate', { ...asked, ...control('max-age=60, must-revalidate') }, 'reused'],
    ['§5.2.2.10: s-maxage before max-age', control('s-maxage=10, max-age=60'), 'validated'],
    ['§5.2.2.10: not in a private cache', { shared: false, ...control('s-maxage=10, max-age=60') }, 'reused'],
    ['§4.1: another value', { ...asked, shared: false, ...varied('authorization') }, 'other'],
    ['§4.1: the same value', varied('Accept'), 'reused'],
    ['§4.1: a star', varied('*'), 'other'],
    ['§4.2.2: a 404 without a lifetime', { status: 404, reply: [] }, 'reused'],
    ['§3: a 401 without a lifetime', { status: 401, reply: [] }, 'not-stored'],
    ['§3: a 403 without a lifetime', { status: 403, reply: [] }, 'not-stored'],
    ['§3: a 403 with one', { status: 403 }, 'reused'],
  ])('%s', (_, change, outcome) => {
    expect(cacheRuling({ ...base, ...change }).outcome).toBe(outcome);
  });
});
