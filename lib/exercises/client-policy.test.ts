/** A trial of a client's policy ends, and comes out the same each time. */
import { expect, it } from 'vitest';
import { serverEnv } from '@/lib/sandbox/env';
import { memoryStore } from '@/lib/store/memory';
import { attempt } from './attempt';
import { type ClientPolicy, policyChoices, tryPolicy } from './client-policy';
import { swiftServer } from './swift-tokens';

const now = () => new Date('2026-03-02T09:00:00Z');
const tested = attempt('two-tabs', 'attempt-of-the-tests', 'secret of the tests', now);
const env = { ...serverEnv(memoryStore(), 'tests', 'http://doorman.example'), now };

async function tried(policy: ClientPolicy) {
  const server = await swiftServer(tested);
  const tab = ['/orders', '/orders', '/books', '/parcels'] as const;
  const access = await server.accessToken(-60);
  return tryPolicy(policy, server, { tabs: [tab, tab], access, refresh: await server.refreshToken() }, env);
}

/** Every policy that can be written. */
function everyPolicy(): readonly ClientPolicy[] {
  return Object.entries(policyChoices).reduce<readonly Record<string, string>[]>(
    (policies, [name, values]) =>
      policies.flatMap((policy) => values.map((value) => ({ ...policy, [name]: value }))),
    [{}],
  ) as unknown as readonly ClientPolicy[];
}

it('ends for every policy, and says where it had to stop a client', async () => {
  const policies = everyPolicy();
  expect(policies).toHaveLength(2 * 3 * 2 * 3 * 2);
  for (const policy of policies) {
    const { log, loops } = await tried(policy);
    expect(log.length, JSON.stringify(policy)).toBeLessThan(60);
    expect(log.at(-1)?.includes('still sends'), JSON.stringify(policy)).toBe(loops);
  }
});

it('comes out the same each time, since what is sent in one round is on the way at once', async () => {
  const policy = { ...everyPolicy()[0], renewals: 'each', tabs: 'tell' } as ClientPolicy;
  expect((await tried(policy)).log).toEqual((await tried(policy)).log);
});

it('uses nothing up for later trials', async () => {
  const right: ClientPolicy = {
    renewals: 'shared',
    repeat: 'once',
    'after-403': 'stop',
    tabs: 'lock',
    'refused-renewal': 'sign-in',
  };
  const { renewals, reuses, loops } = await tried(right);
  expect({ renewals, reuses, loops }).toEqual({ renewals: 1, reuses: 0, loops: false });
});
