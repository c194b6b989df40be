/** Caching: what may be stored, and what may be used again (RFC 9111). */
import type { Field } from '@/lib/http-auth/message';
import type { CacheExchange } from './client/caching';
import { type ClientFamily, oneOf } from './family';
import type { Draw } from './random';

const control = (value: string): Field => ['Cache-Control', value];
const bearer = (name: string): Field => ['Authorization', `Bearer tok-${name}`];
const language = (value: string): Field => ['Accept-Language', value];
const cookie = (name: string): Field => ['Cookie', `sid=${name}`];
const vary = (name: string): Field => ['Vary', name];

const base = {
  kind: 'caching',
  shared: true,
  url: 'https://shop.example/orders',
  status: 200,
  first: [],
  second: [],
} as const;

const later = (draw: Draw) => draw.pick([30, 120]);
const lesson = '404-on-purpose';

export const cachingFamilies = {
  'cache-lifetime': {
    title: 'How long a response is fresh',
    level: 1,
    lesson,
    draw: (draw): CacheExchange => ({
      ...base,
      shared: draw.chance(50),
      reply: [
        control(draw.pick(['max-age=60', 'max-age=60', 'no-cache', 'no-store', 'no-store', 'no-store'])),
      ],
      secondsLater: later(draw),
    }),
  },
  'cache-vary': {
    title: 'A response that varies',
    level: 1,
    lesson,
    draw: (draw): CacheExchange => ({
      ...base,
      shared: draw.chance(50),
      first: [language('de')],
      second: [language(draw.pick(['de', 'fr', 'en']))],
      reply: [
        control('max-age=60'),
        ...oneOf<readonly Field[]>(draw, [
          [vary('Accept-Language')],
          [vary('Accept-Language')],
          [vary('Accept')],
        ]),
      ],
      secondsLater: draw.pick([30, 30, 120]),
    }),
  },
  'cache-authorization': {
    title: 'A response to a request with Authorization',
    level: 2,
    weight: 2,
    lesson,
    draw: (draw): CacheExchange => {
      const value = draw.pick([
        'max-age=60',
        'max-age=60',
        'public, max-age=60',
        's-maxage=60',
        'max-age=60, must-revalidate',
      ]);
      return {
        ...base,
        shared: draw.chance(80),
        first: [bearer('heron-41')],
        second: [bearer(draw.pick(['heron-41', 'cedar-17']))],
        reply: [control(value), ...(draw.chance(40) ? [vary('Authorization')] : [])],
        secondsLater: later(draw),
      };
    },
  },
  'cache-private': {
    title: 'private and public caches',
    level: 2,
    lesson,
    draw: (draw): CacheExchange => ({
      ...base,
      shared: draw.chance(50),
      first: [cookie('heron-41')],
      second: [cookie(draw.pick(['heron-41', 'cedar-17']))],
      reply: [
        control(draw.pick(['private, max-age=60', 'max-age=60'])),
        ...(draw.chance(60) ? [vary('Cookie')] : []),
      ],
      secondsLater: later(draw),
    }),
  },
  'cached-refusal': {
    title: 'A refusal in a cache',
    level: 3,
    weight: 2,
    lesson,
    draw: (draw): CacheExchange => ({
      ...base,
      status: draw.pick([401, 403, 404, 404]),
      first: [language('de')],
      second: [language(draw.pick(['de', 'fr']))],
      reply: oneOf<readonly Field[]>(draw, [
        [],
        [control('max-age=60')],
        [control('max-age=60'), vary('Accept-Language')],
        [vary('Accept-Language')],
        [control('no-cache'), vary('Accept-Encoding')],
      ]),
      secondsLater: later(draw),
    }),
  },
  'cache-shared-lifetime': {
    title: 'A lifetime for shared caches',
    level: 3,
    lesson,
    draw: (draw): CacheExchange => ({
      ...base,
      shared: draw.chance(70),
      first: [cookie('heron-41')],
      second: [cookie(draw.pick(['heron-41', 'cedar-17']))],
      reply: [
        control(
          draw.pick([
            's-maxage=600, max-age=60',
            'private, max-age=60',
            's-maxage=60, max-age=600',
            'private, max-age=60',
            'no-cache, max-age=600',
          ]),
        ),
        ...oneOf<readonly Field[]>(draw, [[], [], [], [vary('*')], [vary('Cookie')]]),
      ],
      secondsLater: later(draw),
    }),
  },
} as const satisfies Record<string, ClientFamily>;
