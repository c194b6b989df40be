/** Sessions in cookies, and the CSRF token that a request which changes something needs beside them (RFC 6265 §8.2). */
import type { Field } from '@/lib/http-auth/message';
import type { Family } from './family';
import type { Draw } from './random';
import { csrfField, furnish, presents, type Scenario, type Wish } from './scenario';

/** A request within a session that changes something; `lines` writes what it brings. */
function changing(
  lines: (scenario: Scenario, draw: Draw) => readonly Field[],
  wish: Omit<Wish, 'offers'> = {},
): Family['make'] {
  return (draw, level) => {
    const scenario = furnish(draw, level, { offers: ['session'], hides: false, ...wish });
    return { scenario, fields: lines(scenario, draw), method: draw.pick(['PUT', 'DELETE']) };
  };
}

const session = ({ caller }: Scenario): Field => presents(caller, 'session');
const token = ({ caller }: Scenario): Field => [csrfField, caller.csrf];

export const csrfFamilies = {
  'session-alone': {
    title: 'A session, and no CSRF token',
    level: 1,
    lesson: 'csrf-403-and-419',
    make: changing((scenario) => [session(scenario)]),
  },
  'session-with-token': {
    title: 'A session with its CSRF token',
    level: 1,
    weight: 2,
    lesson: 'csrf-403-and-419',
    make: changing((scenario) => [session(scenario), token(scenario)], { allowed: true }),
  },
  'session-missing': {
    title: 'No session cookie',
    level: 1,
    lesson: 'session-cookie-really-sent',
    make: changing(() => []),
  },
  'safe-method': {
    title: 'A session that only reads',
    level: 2,
    weight: 2,
    lesson: 'csrf-403-and-419',
    make: (draw, level) => {
      const scenario = furnish(draw, level, { offers: ['session'], hides: false });
      return { scenario, fields: [session(scenario)], method: 'GET' };
    },
  },
  'token-of-another': {
    title: 'The CSRF token of another session',
    level: 2,
    lesson: 'csrf-403-and-419',
    make: changing((scenario, draw) => [
      session(scenario),
      [csrfField, draw.pick([scenario.other, scenario.stranger]).csrf],
    ]),
  },
  'token-alone': {
    title: 'A CSRF token without its session',
    level: 2,
    lesson: 'csrf-403-and-419',
    make: changing((scenario) => [token(scenario)]),
  },
  'foreign-origin': {
    title: 'A request of another site',
    level: 3,
    lesson: 'csrf-403-and-419',
    make: changing((scenario, draw) => {
      const { realm } = scenario.resource;
      const here = draw.chance(40);
      const origin = here
        ? `https://${realm}.example`
        : draw.pick(['https://news.example', `http://${realm}.example`, `https://${realm}.news.example`]);
      return [['Origin', origin], session(scenario), token(scenario)];
    }),
  },
  'token-in-wrong-place': {
    title: 'A CSRF token in the wrong place',
    level: 3,
    lesson: 'csrf-403-and-419',
    make: changing((scenario, draw) => {
      const { session: id, csrf } = scenario.caller;
      return draw.chance(50)
        ? [['Cookie', `sid=${id}; csrf=${csrf}`]]
        : [session(scenario), [draw.pick(['X-CSRF', 'CSRF-Token']), csrf]];
    }),
  },
  'session-expired': {
    title: 'An expired session, with its CSRF token',
    level: 3,
    lesson: 'expired',
    make: changing((scenario) => [session(scenario), token(scenario)], { session: 'expired' }),
  },
} as const satisfies Record<string, Family>;
