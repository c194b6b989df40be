/** Bearer: tokens that are unknown, ended, too small, or in the wrong form or place (RFC 6750). */
import { authorization, type Family, presenting } from './family';
import { furnish, presents } from './scenario';

const openly = { hides: false } as const;

export const bearerFamilies = {
  'unknown-token': {
    title: 'A token that nobody issued',
    level: 1,
    lesson: 'a-401-must-come-with-a-challenge',
    make: presenting(['bearer'], ({ stranger }, kind) => [presents(stranger, kind)]),
  },
  'small-scope': {
    title: 'A valid token with too small a scope',
    level: 1,
    weight: 2,
    lesson: 'scopes',
    make: presenting(['bearer'], ({ caller }, kind) => [presents(caller, kind)], {
      access: 'scope',
      allowed: false,
    }),
  },
  'expired-token': {
    title: 'An expired token',
    level: 2,
    lesson: 'expired',
    make: presenting(['bearer'], ({ caller }, kind) => [presents(caller, kind)], { token: 'expired' }),
  },
  'no-scheme': {
    title: 'A token without its scheme word',
    level: 2,
    lesson: 'exactly-one-bearer',
    make: presenting(['bearer'], ({ caller }) => authorization(caller.token)),
  },
  'token-in-query': {
    title: 'A token in the query',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: (draw, level) => {
      const scenario = furnish(draw, level, { offers: ['bearer'], ...openly });
      return {
        scenario,
        fields: draw.chance(50) ? [presents(scenario.caller, 'bearer')] : [],
        query: `access_token=${scenario.caller.token}`,
      };
    },
  },
  'revoked-token': {
    title: 'A revoked token',
    level: 3,
    lesson: 'expired',
    make: presenting(['bearer'], ({ caller }, kind) => [presents(caller, kind)], { token: 'revoked' }),
  },
  'quoted-token': {
    title: 'Quotation marks around the token',
    level: 3,
    lesson: 'exactly-one-bearer',
    make: presenting(['bearer'], ({ caller }) => authorization(`Bearer "${caller.token}"`)),
  },
  'two-scopes': {
    title: 'Two scopes, both needed',
    level: 3,
    weight: 2,
    lesson: 'scopes',
    make: presenting(['bearer'], ({ caller }, kind) => [presents(caller, kind)], {
      access: 'scope',
      scopes: 2,
    }),
  },
} as const satisfies Record<string, Family>;
