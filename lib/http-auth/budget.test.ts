import { expect, it } from 'vitest';
import { withinBudget } from './budget';
import { decide } from './decide';
import { authorized, env, now } from './fixtures';
import { anyone, requireRole } from './policies';
import { basicScheme, lastOf, resourceWith } from './resources.fixtures';
import type { Env } from './scheme';
import { basicCredentials } from './schemes/basic/basic';

const ada = authorized(basicCredentials('ada', 'sesame'));
const grace = authorized(basicCredentials('grace', 'hopper'));

/** An environment that remembers uses; `later` moves its clock. */
function counting() {
  const used = new Map<string, number>();
  let moved = 0;
  const time = () => now.getTime() + moved * 1000;
  const counted: Env = {
    ...env,
    now: () => new Date(time()),
    async firstUse(id, until) {
      if ((used.get(id) ?? 0) > time()) return false;
      used.set(id, until.getTime());
      return true;
    },
  };
  const later = (seconds: number) => {
    moved += seconds;
  };
  return { env: counted, later };
}

it('what goes beyond the budget gets 429 and Retry-After, until the window ends (RFC 6585 §4)', async () => {
  const { env: counted, later } = counting();
  const resource = resourceWith(withinBudget({ requests: 2, seconds: 60 }, anyone), basicScheme);
  const status = async () => (await decide(ada, resource, counted)).status;
  expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
  later(20);
  const refused = await decide(ada, resource, counted);
  expect(refused).toMatchObject({ status: 429, challenges: [], fields: [['Retry-After', '40']] });
  expect(lastOf(refused)).toMatchObject({
    stage: 'authorization',
    saw: 'more than 2 requests in 60 seconds',
    expected: 'the next request after 40 seconds, as Retry-After says',
  });
  later(39.9);
  expect(await decide(ada, resource, counted)).toMatchObject({ fields: [['Retry-After', '1']] });
  later(0.1);
  expect(await status()).toBe(200);
});

it('each principal has a budget of its own, and who is not recognised uses none', async () => {
  const { env: counted } = counting();
  const resource = resourceWith(
    withinBudget({ requests: 1, seconds: 60 }, requireRole('administrator')),
    basicScheme,
  );
  const status = async (message: typeof ada) => (await decide(message, resource, counted)).status;
  expect(await status(authorized(basicCredentials('ada', 'wrong')))).toBe(401);
  expect([await status(ada), await status(ada)]).toEqual([200, 429]);
  expect([await status(grace), await status(grace)]).toEqual([403, 429]);
});
