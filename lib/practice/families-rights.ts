/** Senders that are recognised: their role, what is theirs, and resources that hide. */
import { type Family, presenting } from './family';
import { furnish, presents } from './scenario';

export const rightsFamilies = {
  'role-missing': {
    title: 'Recognised, but without the role',
    level: 1,
    weight: 2,
    lesson: 'known-but-refused',
    make: presenting(['basic', 'bearer', 'api-key'], ({ caller }, kind) => [presents(caller, kind)], {
      access: 'role',
      allowed: false,
    }),
  },
  'not-owner': {
    title: 'Recognised, but it belongs to somebody else',
    level: 2,
    weight: 5,
    lesson: 'mine-or-yours',
    make: presenting(['basic', 'bearer', 'api-key'], ({ caller }, kind) => [presents(caller, kind)], {
      access: 'owner',
      allowed: false,
    }),
  },
  hidden: {
    title: 'A resource that hides',
    level: 3,
    weight: 2,
    lesson: '404-on-purpose',
    make: (draw, level) => {
      const kind = draw.pick(['basic', 'bearer', 'api-key']);
      const access = draw.pick(kind === 'bearer' ? ['scope', 'role', 'owner'] : ['role', 'owner']);
      const scenario = furnish(draw, level, { offers: [kind], access, hides: true });
      return { scenario, fields: draw.chance(25) ? [] : [presents(scenario.caller, kind)] };
    },
  },
} as const satisfies Record<string, Family>;
