/** Redirects: the method that follows, and whether Authorization comes along (RFC 9110 §15.4, Fetch). */
import type { RedirectExchange, RedirectStatus } from './client/redirects';
import { type ClientFamily, oneOf } from './family';
import type { Draw } from './random';

const base = { kind: 'redirects', url: 'https://shop.example/orders' } as const;
const lesson = 'redirects-eat-authorization';

const authorization = (draw: Draw) =>
  draw.pick(['Bearer tok-heron-41', 'Bearer tok-cedar-17', 'Basic YWRhOmxhbXAtMjM=']);

const ways = (
  draw: Draw,
  methods: readonly RedirectExchange['method'][],
  statuses: readonly RedirectStatus[],
  locations: readonly string[],
): RedirectExchange => ({
  ...base,
  authorization: authorization(draw),
  method: oneOf(draw, methods),
  status: oneOf(draw, statuses),
  location: oneOf(draw, locations),
});

export const redirectsFamilies = {
  'another-host': {
    title: 'A redirect, perhaps to another host',
    level: 1,
    weight: 2,
    lesson,
    draw: (draw) =>
      ways(
        draw,
        ['POST'],
        [303, 307],
        [
          '/orders/',
          'https://shop.example/orders/',
          'https://pay.example/orders/',
          'https://api.example/orders/',
        ],
      ),
  },
  'method-after-redirect': {
    title: 'The method after a redirect',
    level: 2,
    weight: 2,
    lesson,
    draw: (draw) =>
      ways(
        draw,
        ['POST'],
        [301, 302, 307, 308],
        [
          '/orders/',
          'https://shop.example/v2/orders',
          'https://www.shop.example/orders',
          'https://shop.test.example/orders',
        ],
      ),
  },
  'nearly-the-same-origin': {
    title: 'A redirect to nearly the same origin',
    level: 3,
    weight: 2,
    lesson,
    draw: (draw) =>
      ways(
        draw,
        ['PUT', 'DELETE', 'POST', 'POST'],
        [301, 302, 303, 303, 308],
        [
          'https://shop.example:443/orders/',
          '//shop.example/orders/',
          '/orders/?next=https://pay.example/',
          'https://SHOP.example/orders/',
          'http://shop.example/orders/',
          'https://shop.example:8443/orders/',
          '//www.shop.example/orders/',
          'https://shop.example.pay.example/orders/',
        ],
      ),
  },
} as const satisfies Record<string, ClientFamily>;
