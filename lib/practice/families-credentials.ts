/** What becomes of credentials on the wire, whatever their scheme: none, twice, in another header, in other letters. */
import { authorization, type Family, ownValue, presenting } from './family';
import { presents } from './scenario';

export const credentialsFamilies = {
  'no-credentials': {
    title: 'No credentials at all',
    level: 1,
    lesson: 'your-first-401',
    make: presenting(['basic', 'bearer', 'api-key'], () => []),
  },
  'right-credentials': {
    title: 'The right credentials, and the right to do it',
    level: 1,
    weight: 3,
    lesson: 'the-decision-tree',
    make: presenting(['basic', 'bearer', 'api-key'], ({ caller }, kind) => [presents(caller, kind)], {
      allowed: true,
    }),
  },
  'unknown-key': {
    title: 'A key that nobody issued',
    level: 1,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['api-key'], ({ stranger }, kind) => [presents(stranger, kind)]),
  },
  'two-lines': {
    title: 'Two Authorization lines',
    level: 1,
    weight: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], ({ caller, other }, kind, draw) =>
      draw.mix([presents(caller, kind), presents(draw.pick([caller, other]), kind)]),
    ),
  },
  'doubled-scheme': {
    title: 'The scheme word twice',
    level: 2,
    weight: 6,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], (scenario, kind) => {
      const value = ownValue(scenario, kind);
      return authorization(`${value.split(' ')[0]} ${value}`);
    }),
  },
  'wrong-field': {
    title: 'Credentials in another header',
    level: 2,
    lesson: 'your-first-401',
    make: presenting(['basic', 'bearer', 'api-key'], (scenario, kind, draw) => {
      const value = ownValue(scenario, kind);
      if (kind !== 'api-key') return [[draw.pick(['Authentication', 'X-Authorization']), value]];
      return draw.chance(50) ? [['API-Key', value]] : authorization(`Bearer ${value}`);
    }),
  },
  'letter-case': {
    title: 'Capitals that do not matter',
    level: 2,
    weight: 8,
    lesson: 'user-colon-password',
    make: presenting(['basic', 'bearer', 'api-key'], ({ caller }, kind, draw) => {
      const [name, value] = presents(caller, kind);
      if (kind === 'api-key' || draw.chance(35)) return [[name.toLowerCase(), value]];
      const [word = '', rest = ''] = value.split(' ');
      return [[name, `${draw.chance(50) ? word.toLowerCase() : word.toUpperCase()} ${rest}`]];
    }),
  },
  'colon-behind-scheme': {
    title: 'A colon after the scheme',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], (scenario, kind) =>
      authorization(ownValue(scenario, kind).replace(' ', ': ')),
    ),
  },
  'case-of-secret': {
    title: 'Capitals that matter',
    level: 3,
    lesson: 'user-colon-password',
    make: presenting(['basic', 'bearer', 'api-key'], ({ caller }, kind) => [
      presents(
        {
          ...caller,
          password: caller.password.toUpperCase(),
          token: caller.token.toUpperCase(),
          key: caller.key.toUpperCase(),
        },
        kind,
      ),
    ]),
  },
} as const satisfies Record<string, Family>;
