import { expect, it } from 'vitest';
import { tokenBuckets, usualRate } from './limit';

it('lets a burst through, then so many a second, and says when to come again', () => {
  let now = 0;
  const take = tokenBuckets(usualRate, () => now);
  const passed = (tries: number) =>
    Array.from({ length: tries }, () => take('192.0.2.1')).filter((wait) => wait === 0).length;
  expect(passed(1_500)).toBe(5 * usualRate);
  expect(take('192.0.2.1')).toBe(1);
  now += 1_000;
  expect(passed(500)).toBe(usualRate);
  now += 3_600_000;
  expect(passed(1_500)).toBe(5 * usualRate);
});

it('keeps addresses apart', () => {
  const take = tokenBuckets(usualRate, () => 0);
  for (let count = 0; count < 1_001; count += 1) take('192.0.2.1');
  expect(take('192.0.2.1')).toBe(1);
  expect(take('192.0.2.2')).toBe(0);
});

it('is never hit by a class of 30 that clicks, reloads and solves at once', () => {
  let now = 0;
  const take = tokenBuckets(usualRate, () => now);
  let refused = 0;
  for (let second = 0; second < 60; second += 1) {
    // Each sends five requests in every second, all of them in the same millisecond.
    for (let request = 0; request < 30 * 5; request += 1) refused += take('192.0.2.1');
    now += 1_000;
  }
  expect(refused).toBe(0);
});

it('costs next to nothing, however many addresses come', () => {
  const take = tokenBuckets(usualRate);
  const began = performance.now();
  for (let count = 0; count < 200_000; count += 1) take(`198.51.100.${count % 50_000}`);
  expect((performance.now() - began) / 200_000).toBeLessThan(0.02);
});
