/** Level 3: several schemes, resources that hide, and slips that are hard to see. */
import { authorization, basicOf, type Family, ownValue, presenting } from './family';
import { furnish, type OfferKind, presents } from './house';

type Two = readonly [OfferKind, OfferKind];

const openly = { hides: false } as const;

export const deepFamilies = {
  hidden: {
    title: 'A resource that hides',
    level: 3,
    weight: 2,
    lesson: '404-on-purpose',
    make: (draw, level) => {
      const kind = draw.pick(['basic', 'bearer', 'api-key']);
      const access = draw.pick(kind === 'bearer' ? ['scope', 'role', 'owner'] : ['role', 'owner']);
      const house = furnish(draw, level, { offers: [kind], access, hides: true });
      return { house, fields: draw.chance(25) ? [] : [presents(house.own, kind)] };
    },
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
      const house = furnish(draw, level, { offers, ...openly });
      return { house, fields: [] };
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
      const house = furnish(draw, level, { offers });
      return { house, fields: [presents(house.own, draw.chance(70) ? offers[1] : offers[0])] };
    },
  },
  'wrong-for-one': {
    title: 'Wrong credentials for one scheme of several',
    level: 3,
    lesson: 'a-401-must-come-with-a-challenge',
    make: (draw, level) => {
      const house = furnish(draw, level, { offers: ['basic', 'bearer'], ...openly });
      const { own, stranger } = house;
      return {
        house,
        fields: draw.chance(50)
          ? [presents(stranger, 'bearer')]
          : [presents({ ...own, password: stranger.password }, 'basic')],
      };
    },
  },
  'token-in-query': {
    title: 'A token in the query',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: (draw, level) => {
      const house = furnish(draw, level, { offers: ['bearer'], ...openly });
      return {
        house,
        fields: draw.chance(50) ? [presents(house.own, 'bearer')] : [],
        query: `access_token=${house.own.token}`,
      };
    },
  },
  'swapped-pair': {
    title: 'Password and user name swapped',
    level: 3,
    lesson: 'user-colon-password',
    make: presenting(['basic'], ({ own }) => basicOf(`${own.password}:${own.name}`)),
  },
  'line-feed': {
    title: 'An invisible line feed',
    level: 3,
    lesson: 'the-invisible-newline',
    make: presenting(['basic'], ({ own }) => basicOf(`${own.name}:${own.password}\n`), openly),
  },
  'revoked-token': {
    title: 'A revoked token',
    level: 3,
    lesson: 'expired',
    make: presenting(['bearer'], ({ own }, kind) => [presents(own, kind)], { token: 'revoked' }),
  },
  'joined-credentials': {
    title: 'Two sets of credentials in one line',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: (draw, level) => {
      const house = furnish(draw, level, { offers: ['basic', 'bearer'], ...openly });
      const both = draw.mix([ownValue(house, 'basic'), ownValue(house, 'bearer')]);
      return { house, fields: authorization(both.join(', ')) };
    },
  },
  'quoted-token': {
    title: 'Quotation marks around the token',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['bearer'], ({ own }) => authorization(`Bearer "${own.token}"`)),
  },
  'colon-behind-scheme': {
    title: 'A colon after the scheme',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['basic', 'bearer'], (house, kind) =>
      authorization(ownValue(house, kind).replace(' ', ': ')),
    ),
  },
  'case-of-secret': {
    title: 'Capitals that matter',
    level: 3,
    lesson: 'user-colon-password',
    make: presenting(['basic', 'bearer', 'api-key'], ({ own }, kind) => [
      presents(
        {
          ...own,
          password: own.password.toUpperCase(),
          token: own.token.toUpperCase(),
          key: own.key.toUpperCase(),
        },
        kind,
      ),
    ]),
  },
  'two-scopes': {
    title: 'Two scopes, both needed',
    level: 3,
    weight: 2,
    lesson: 'scopes',
    make: presenting(['bearer'], ({ own }, kind) => [presents(own, kind)], { access: 'scope', scopes: 2 }),
  },
} as const satisfies Record<string, Family>;
