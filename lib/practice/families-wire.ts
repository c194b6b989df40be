/** Level 2: what became of the credentials on the wire. */
import { authorization, basicOf, type Family, ownValue, presenting } from './family';
import { presents } from './house';

export const wireFamilies = {
  'wrong-scheme': {
    title: 'Credentials for a scheme that is not accepted here',
    level: 2,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['basic', 'bearer'], ({ own, stranger }, kind) =>
      kind === 'basic' ? [presents(stranger, 'bearer')] : [presents(own, 'basic')],
    ),
  },
  'doubled-scheme': {
    title: 'The scheme word twice',
    level: 2,
    weight: 6,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], (house, kind) => {
      const value = ownValue(house, kind);
      return authorization(`${value.split(' ')[0]} ${value}`);
    }),
  },
  'wrong-field': {
    title: 'Credentials in another header',
    level: 2,
    lesson: 'your-first-401',
    make: presenting(['basic', 'bearer', 'api-key'], (house, kind, draw) => {
      const value = ownValue(house, kind);
      if (kind !== 'api-key') return [[draw.pick(['Authentication', 'X-Authorization']), value]];
      return draw.chance(50) ? [['API-Key', value]] : authorization(`Bearer ${value}`);
    }),
  },
  'letter-case': {
    title: 'Capitals that do not matter',
    level: 2,
    weight: 8,
    lesson: 'user-colon-password',
    make: presenting(['basic', 'bearer', 'api-key'], ({ own }, kind, draw) => {
      const [name, value] = presents(own, kind);
      if (kind === 'api-key' || draw.chance(35)) return [[name.toLowerCase(), value]];
      const [word = '', rest = ''] = value.split(' ');
      return [[name, `${draw.chance(50) ? word.toLowerCase() : word.toUpperCase()} ${rest}`]];
    }),
  },
  'not-owner': {
    title: 'Recognised, but it belongs to somebody else',
    level: 2,
    weight: 5,
    lesson: 'mine-or-yours',
    make: presenting(['basic', 'bearer', 'api-key'], ({ own }, kind) => [presents(own, kind)], {
      access: 'owner',
      allowed: false,
    }),
  },
  'expired-token': {
    title: 'An expired token',
    level: 2,
    lesson: 'expired',
    make: presenting(['bearer'], ({ own }, kind) => [presents(own, kind)], { token: 'expired' }),
  },
  'broken-base64': {
    title: 'Base64 that was cut',
    level: 2,
    lesson: 'the-invisible-newline',
    make: presenting(['basic'], (house, kind) => {
      const value = ownValue(house, kind);
      return authorization(value.endsWith('=') ? value.replace(/=+$/, '') : value.slice(0, -1));
    }),
  },
  'in-the-clear': {
    title: 'A pair that was never encoded',
    level: 2,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ own }) => authorization(`Basic ${own.name}:${own.password}`)),
  },
  'no-colon': {
    title: 'A password without its user name',
    level: 2,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ own }) => basicOf(own.password)),
  },
  'no-scheme': {
    title: 'A token without its scheme word',
    level: 2,
    lesson: 'exactly-one-bearer',
    make: presenting(['bearer'], ({ own }) => authorization(own.token)),
  },
} as const satisfies Record<string, Family>;
