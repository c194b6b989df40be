import { describe, expect, it } from 'vitest';
import type { Principal, Step } from './decision';
import { env, request } from './fixtures';
import { anyone, concealed, nobody, ownerOnly, type Policy, requireRole, requireScope } from './policies';

const ada: Principal = { name: 'Ada', roles: ['administrator'], scopes: ['read', 'write'] };
const grace: Principal = { name: 'Grace', roles: [], scopes: ['read'] };
const alan: Principal = { name: 'Alan' };

async function judged(policy: Policy, principal: Principal) {
  const steps: Step[] = [];
  const verdict = await policy.judge(principal, request([]), (step) => steps.push(step), env);
  expect(steps.map(({ check, stage }) => [check, stage])).toEqual(
    policy.checks.map(({ check }) => [check, 'authorization']),
  );
  expect(steps.at(-1)?.outcome).toBe(verdict.granted ? 'passed' : 'failed');
  return { verdict, saw: steps.at(-1)?.saw };
}

describe('policies grant', () => {
  it.each<[string, Policy, Principal]>([
    ['anyone who was recognised', anyone, alan],
    ['who holds the role', requireRole('administrator'), ada],
    ['whose token has the scope', requireScope('read'), grace],
    ['whose token has every scope', requireScope('write read'), ada],
    ['the owner', ownerOnly('Grace'), grace],
  ])('%s', async (_title, policy, principal) => {
    expect((await judged(policy, principal)).verdict).toEqual({ granted: true });
  });
});

describe('policies refuse', () => {
  it.each<[string, Policy, Principal, string]>([
    ['who holds no role (RFC 9110 §15.5.4)', requireRole('administrator'), alan, 'Alan: no role'],
    ['who holds another role (RFC 9110 §15.5.4)', requireRole('editor'), ada, 'Ada: administrator'],
    [
      'who is not the owner, whatever the role (RFC 9110 §15.5.4)',
      ownerOnly('Grace'),
      ada,
      'a request by Ada',
    ],
    ['everybody, where nothing is (RFC 9110 §15.5.5)', nobody, ada, 'no such resource'],
  ])('%s', async (_title, policy, principal, saw) => {
    expect(await judged(policy, principal)).toEqual({ verdict: { granted: false }, saw });
  });

  it.each<[string, Principal, string]>([
    ['a token with too small a scope', grace, 'read'],
    ['a token without any scope', alan, 'no scope'],
  ])('%s and name the scope (RFC 6750 §3.1)', async (_title, principal, saw) => {
    expect(await judged(requireScope('read write'), principal)).toMatchObject({
      verdict: {
        granted: false,
        params: [
          ['error', 'insufficient_scope'],
          ['error_description', expect.any(String)],
          ['scope', 'read write'],
        ],
      },
      saw,
    });
  });
});

describe('concealed', () => {
  it('judges as the rule inside, and hides (RFC 9110 §15.5.4)', async () => {
    const policy = concealed(requireRole('administrator'));
    expect(policy.conceals).toBe(true);
    expect((await judged(policy, ada)).verdict.granted).toBe(true);
    expect((await judged(policy, alan)).verdict.granted).toBe(false);
  });
});
