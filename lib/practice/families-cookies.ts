/** Cookies: which of two a browser stores and sends (RFC 6265bis). */
import type { NewCookie, NextRequest } from './client/cookies';
import { type ClientFamily, oneOf } from './family';
import type { Draw } from './random';

const words = 'heron lamp cedar pebble anchor comet thistle barley'.split(' ');

type Attributes = NewCookie['attributes'];
const secure = ['Secure', ''] as const;
const path = (value: string) => ['Path', value] as const;
const domain = (value: string) => ['Domain', value] as const;
const sameSite = (value: string) => ['SameSite', value] as const;
const maxAge = (seconds: number) => ['Max-Age', String(seconds)] as const;

const shop = 'https://shop.example';

/** Two cookies with these attributes; names and values are drawn, and as long as each other. */
function pair(draw: Draw, first: Attributes, second: Attributes, prefixes: readonly string[] = ['', '']) {
  const [sessionName = 'sid', two = 'lng'] = draw.mix(['sid', 'lng', 'cur', 'tab']);
  const values = draw.mix(words.filter(({ length }) => length === 5 || length === 6));
  const cookie = (name: string, at: number, attributes: Attributes): NewCookie => ({
    name: `${prefixes[at]}${name}`,
    value: `${values[at]}-${10 + draw.number(90)}`,
    attributes,
  });
  return [cookie(sessionName, 0, first), cookie(two, 1, second)] as const;
}

const link = (url: string, page = shop, secondsLater = 60): NextRequest => ({
  method: 'GET',
  url,
  page,
  by: 'link',
  secondsLater,
});

const lesson = 'session-cookie-really-sent';

export const cookiesFamilies = {
  'cookie-path': {
    title: 'The Path of a cookie',
    level: 1,
    lesson,
    draw: (draw) => {
      const request = draw.pick(['/admin/users', '/cart/items', '/administer', '/cart']);
      const paths = ['/admin', '/cart', '/', '/admin/users', '/cart/items'] as const;
      return {
        kind: 'cookies',
        setBy: `${shop}/login`,
        cookies: pair(draw, [path(draw.pick(paths)), secure], [path(draw.pick(paths)), secure]),
        next: link(`${shop}${request}`),
      };
    },
  },
  'cookie-lifetime': {
    title: 'The Max-Age of a cookie',
    level: 1,
    lesson,
    draw: (draw) => {
      const later = draw.pick([600, 1800]);
      const age = () => maxAge(draw.pick([60, 300, 900, 3600, 0, 86_400]));
      return {
        kind: 'cookies',
        setBy: `${shop}/login`,
        cookies: pair(draw, [age(), secure], [age(), secure]),
        next: link(`${shop}/account`, shop, later),
      };
    },
  },
  'cookie-secure': {
    title: 'Secure, and plain http',
    level: 1,
    lesson,
    draw: (draw) => {
      const some = (): Attributes => (draw.chance(58) ? [path('/'), secure] : [path('/')]);
      const scheme = draw.chance(92) ? 'http' : 'https';
      return {
        kind: 'cookies',
        setBy: `${shop}/login`,
        cookies: pair(draw, some(), some()),
        next: link(`${scheme}://shop.example/account`, `${scheme}://shop.example`),
      };
    },
  },
  'cookie-domain': {
    title: 'The Domain of a cookie',
    level: 2,
    lesson,
    draw: (draw) => {
      const from = draw.pick(['shop.example', 'www.shop.example']);
      const to = draw.pick(['www.shop.example', 'api.shop.example', 'pay.shop.example', 'shop.example']);
      const some = (): Attributes =>
        oneOf(draw, [[domain('shop.example'), secure], [domain(from), secure], [secure], [secure]]);
      return {
        kind: 'cookies',
        setBy: `https://${from}/`,
        cookies: pair(draw, some(), some()),
        next: link(`https://${to}/account`, `https://${from}`),
      };
    },
  },
  'cookie-same-site': {
    title: 'SameSite, and a request of another site',
    level: 2,
    weight: 2,
    lesson: 'csrf-403-and-419',
    draw: (draw) => {
      const some = (): Attributes => [
        sameSite(draw.pick(['Strict', 'Strict', 'Lax', 'Lax', 'None'])),
        secure,
      ];
      const url = `${shop}/account`;
      const page = draw.chance(85) ? 'https://news.example' : 'https://www.shop.example';
      const next = draw.pick<NextRequest>([
        link(url, page),
        link(url, page),
        link(url, page),
        { ...link(url, page), method: 'POST', by: 'form' },
        { ...link(url, page), by: 'script', credentials: 'include' },
      ]);
      return { kind: 'cookies', setBy: `${shop}/login`, cookies: pair(draw, some(), some()), next };
    },
  },
  'cookie-refused': {
    title: 'Cookies that a browser refuses to store',
    level: 3,
    lesson,
    draw: (draw) => {
      const some = (): readonly [string, Attributes] =>
        oneOf(draw, [
          ['__Host-', [path('/'), secure]],
          ['__Host-', [path('/'), secure]],
          ['__Host-', [path('/'), secure, domain('shop.example')]],
          ['__Host-', [secure]],
          ['__Host-', [path('/')]],
        ]);
      const plain = (): readonly [string, Attributes] =>
        oneOf(draw, [
          ['', [sameSite('None')]],
          ['', [sameSite('None'), secure]],
          ['', [domain('pay.example'), secure]],
          ['', [domain('shop.example'), secure]],
        ]);
      const isPrefixed = draw.chance(50);
      const [first, second] = isPrefixed ? [some(), some()] : [plain(), plain()];
      return {
        kind: 'cookies',
        setBy: `${shop}/`,
        cookies: pair(draw, first[1], second[1], [first[0], second[0]]),
        next: link(`${shop}/account`),
      };
    },
  },
  'cookie-of-a-script': {
    title: 'Cookies, and what a script asks for',
    level: 3,
    lesson,
    draw: (draw) => {
      const [first = [], two = []] = draw.mix<Attributes>([
        [domain('shop.example'), sameSite('Lax'), secure],
        [domain('shop.example'), sameSite('None'), secure],
        [sameSite('None'), secure],
        [path('/account'), sameSite('Lax'), secure],
      ]);
      const page = draw.pick([
        'https://news.example',
        'https://news.example',
        'http://shop.example',
        'https://www.shop.example',
      ]);
      const credentials = draw.pick(['include', 'include', 'include', 'include', 'include', 'same-origin']);
      return {
        kind: 'cookies',
        setBy: `${shop}/`,
        cookies: pair(draw, first, two),
        next: {
          ...link(
            draw.pick([`${shop}/account`, `${shop}/account/7`, 'https://api.shop.example/account']),
            page,
          ),
          by: 'script',
          credentials,
        },
      };
    },
  },
} as const satisfies Record<string, ClientFamily>;
