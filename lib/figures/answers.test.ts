import { beforeAll, describe, expect, it } from 'vitest';
import { answersOf } from './answers';

// Every exercise is loaded once, to count what most of them declare.
beforeAll(async () => {
  await answersOf('first-401');
}, 60_000);

describe('the statuses that a prediction offers', () => {
  it.each([
    ['redirect-eats-authorization', 302],
    ['redirect-eats-authorization', 308],
    ['header-too-large', 431],
    ['blocked-for-legal-reasons', 451],
    ['captive-portal', 511],
    ['preflight-without-credentials', 204],
    ['three-gates', 404],
    ['refresh-once', 201],
  ])('of %s have %i, which its declaration gives', async (slug, status) => {
    expect((await answersOf(slug)).statuses).toContain(status);
  });

  it('are in order, each once, and at least four with the common ones among them', async () => {
    const { statuses } = await answersOf('hidden-room');
    expect(statuses).toEqual([200, 400, 401, 403, 404]);
  });

  it('leave out what this exercise cannot give', async () => {
    expect((await answersOf('first-401')).statuses).toEqual([200, 400, 401, 403]);
  });
});

describe('an exercise whose answers bring something', () => {
  it.each(['refresh-once', 'login-first', 'csrf-token-missing', 'stale-nonce'])('is %s', async (slug) => {
    expect((await answersOf(slug)).bringsValues).toBe(true);
  });
  it.each(['first-401', 'three-gates'])('is not %s', async (slug) => {
    expect((await answersOf(slug)).bringsValues).toBe(false);
  });
});
