/** Basic: the pair of user name and password, and what becomes of its Base64 (RFC 7617). */
import { authorization, basicOf, type Family, ownValue, presenting } from './family';
import { presents } from './scenario';

const openly = { hides: false } as const;

export const basicFamilies = {
  'wrong-password': {
    title: 'A wrong password',
    level: 1,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ caller, other, stranger }, kind, draw) => [
      presents({ ...caller, password: draw.pick([other, stranger]).password }, kind),
    ]),
  },
  'broken-base64': {
    title: 'Base64 that was cut',
    level: 2,
    lesson: 'the-invisible-newline',
    make: presenting(['basic'], (scenario, kind) => {
      const value = ownValue(scenario, kind);
      return authorization(value.endsWith('=') ? value.replace(/=+$/, '') : value.slice(0, -1));
    }),
  },
  'in-the-clear': {
    title: 'A pair that was never encoded',
    level: 2,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ caller }) => authorization(`Basic ${caller.name}:${caller.password}`)),
  },
  'no-colon': {
    title: 'A password without its user name',
    level: 2,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ caller }) => basicOf(caller.password)),
  },
  'swapped-pair': {
    title: 'Password and user name swapped',
    level: 3,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ caller }) => basicOf(`${caller.password}:${caller.name}`)),
  },
  'line-feed': {
    title: 'An invisible line feed',
    level: 3,
    lesson: 'the-invisible-newline',
    make: presenting(['basic'], ({ caller }) => basicOf(`${caller.name}:${caller.password}\n`), openly),
  },
} as const satisfies Record<string, Family>;
