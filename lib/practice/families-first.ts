/** Level 1: can it be read, who asks, and may they? */
import { type Family, presenting } from './family';
import { presents } from './house';

export const firstFamilies = {
  'no-credentials': {
    title: 'No credentials at all',
    level: 1,
    lesson: 'your-first-401',
    make: presenting(['basic', 'bearer', 'api-key'], () => []),
  },
  'right-credentials': {
    title: 'The right credentials, and the right to do it',
    level: 1,
    weight: 4,
    lesson: 'the-decision-tree',
    make: presenting(['basic', 'bearer', 'api-key'], ({ own }, kind) => [presents(own, kind)], {
      allowed: true,
    }),
  },
  'wrong-password': {
    title: 'A wrong password',
    level: 1,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ own, other, stranger }, kind, draw) => [
      presents({ ...own, password: draw.pick([other, stranger]).password }, kind),
    ]),
  },
  'unknown-token': {
    title: 'A token that nobody issued',
    level: 1,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['bearer'], ({ stranger }, kind) => [presents(stranger, kind)]),
  },
  'unknown-key': {
    title: 'A key that nobody issued',
    level: 1,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['api-key'], ({ stranger }, kind) => [presents(stranger, kind)]),
  },
  'role-missing': {
    title: 'Recognised, but without the role',
    level: 1,
    weight: 2,
    lesson: 'known-but-refused',
    make: presenting(['basic', 'bearer', 'api-key'], ({ own }, kind) => [presents(own, kind)], {
      access: 'role',
      allowed: false,
    }),
  },
  'small-scope': {
    title: 'A valid token with too small a scope',
    level: 1,
    weight: 2,
    lesson: 'scopes',
    make: presenting(['bearer'], ({ own }, kind) => [presents(own, kind)], {
      access: 'scope',
      allowed: false,
    }),
  },
  'two-lines': {
    title: 'Two Authorization lines',
    level: 1,
    weight: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], ({ own, other }, kind, draw) =>
      draw.mix([presents(own, kind), presents(draw.pick([own, other]), kind)]),
    ),
  },
} as const satisfies Record<string, Family>;
