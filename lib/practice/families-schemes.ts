/** Resources that accept several schemes, and credentials for one that they do not accept. */
import { authorization, type Family, ownValue, presenting } from './family';
import { furnish, type OfferKind, presents } from './scenario';

type Two = readonly [OfferKind, OfferKind];

const openly = { hides: false } as const;

export const schemesFamilies = {
  'wrong-scheme': {
    title: 'Credentials for a scheme that is not accepted here',
    level: 2,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['basic', 'bearer'], ({ caller, stranger }, kind) =>
      kind === 'basic' ? [presents(stranger, 'bearer')] : [presents(caller, 'basic')],
    ),
  },
  'several-schemes': {
    title: 'Several schemes, and nothing for any of them',
    level: 3,
    lesson: 'a-401-must-come-with-a-challenge',
    make: (draw, level) => {
      const offers = draw.pick<Two>([
        ['basic', 'bearer'],
        ['bearer', 'basic'],
        ['bearer', 'api-key'],
        ['basic', 'api-key'],
      ]);
      const scenario = furnish(draw, level, { offers, ...openly });
      return { scenario, fields: [] };
    },
  },
  'second-scheme': {
    title: 'Right credentials for one scheme of several',
    level: 3,
    weight: 2,
    lesson: 'the-decision-tree',
    make: (draw, level) => {
      const offers = draw.pick<Two>([
        ['basic', 'bearer'],
        ['bearer', 'api-key'],
      ]);
      const scenario = furnish(draw, level, { offers });
      return { scenario, fields: [presents(scenario.caller, draw.chance(70) ? offers[1] : offers[0])] };
    },
  },
  'wrong-for-one': {
    title: 'Wrong credentials for one scheme of several',
    level: 3,
    lesson: 'a-401-must-come-with-a-challenge',
    make: (draw, level) => {
      const scenario = furnish(draw, level, { offers: ['basic', 'bearer'], ...openly });
      const { caller, stranger } = scenario;
      return {
        scenario,
        fields: draw.chance(50)
          ? [presents(stranger, 'bearer')]
          : [presents({ ...caller, password: stranger.password }, 'basic')],
      };
    },
  },
  'joined-credentials': {
    title: 'Two sets of credentials in one line',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: (draw, level) => {
      const scenario = furnish(draw, level, { offers: ['basic', 'bearer'], ...openly });
      const both = draw.mix([ownValue(scenario, 'basic'), ownValue(scenario, 'bearer')]);
      return { scenario, fields: authorization(both.join(', ')) };
    },
  },
} as const satisfies Record<string, Family>;
