import { expect, test } from 'vitest';
import { type ExerciseEntry, fitsWish, noWish, type Standing, wishIn, wishQuery } from './exercise-entry';

const entry: ExerciseEntry = {
  slug: 'first-401',
  title: 'Your first 401',
  task: 'Get in as Ada.',
  level: 1,
  start: 401,
  goal: 200,
  lessons: [{ slug: 'your-first-401', title: 'Your first 401' }],
};
const group = { scheme: 'Basic', title: 'Basic authentication' };
const untouched: Standing = { status: 'new', due: false };
const fits = (wish: Partial<typeof noWish>, standing = untouched) =>
  fitsWish(entry, group, { ...noWish, ...wish }, standing);

test('who looks for nothing gets everything', () => {
  expect(fits({})).toBe(true);
});

test.each([
  [{ scheme: 'basic' }, { scheme: 'Digest' }],
  [{ status: '401' }, { status: '403' }],
  [{ level: '1' }, { level: '2' }],
  [{ q: '  ADA first ' }, { q: 'ada grace' }],
  [{ state: 'new' }, { state: 'solved' }],
])('%o fits, and %o does not', (first, other) => {
  expect([fits(first), fits(other)]).toEqual([true, false]);
});

test('tried is whatever was begun and not solved; due is asked apart from that', () => {
  const standing = (status: Standing['status'], due = false) => ({ status, due });
  expect(fits({ state: 'tried' }, standing('tried'))).toBe(true);
  expect(fits({ state: 'tried' }, standing('practised'))).toBe(true);
  expect(fits({ state: 'tried' }, standing('solved'))).toBe(false);
  expect(fits({ state: 'due' }, standing('solved', true))).toBe(true);
  expect(fits({ state: 'due' }, standing('solved'))).toBe(false);
});

test('a wish survives its way through an address, and an empty one leaves none', () => {
  const wish = { ...noWish, scheme: 'Basic', q: 'a & b' };
  expect(wishIn(wishQuery(wish))).toEqual(wish);
  expect(wishQuery(noWish)).toBe('');
  expect(wishIn('?nonsense=1')).toEqual(noWish);
});
