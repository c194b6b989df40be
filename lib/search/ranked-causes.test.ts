import { expect, test } from 'vitest';
import type { Match } from './match-causes';
import { anchorOf, rankCauses } from './ranked-causes';
import type { Result } from './search';

const match = (slug: string): Match => ({
  reasons: [],
  cause: {
    ...{ slug, title: slug, summary: '', statuses: [401], fixedBy: [] },
    asks: { who: [], challenge: 'either', signs: [] },
  },
});
const result = (at: string): Result => ({
  ...{ at, kind: 'Cause', title: '', text: '', terms: [] },
  why: { by: 'head' },
});
const slugs = (matches: readonly Match[]) => matches.map(({ cause }) => cause.slug);

test('what was found comes in the order of the search, those that fit before those that nearly fit', () => {
  const matches = { fits: [match('a'), match('b'), match('c')], near: [match('d')] };
  const ranked = rankCauses(
    matches,
    ['/causes/d', '/causes/c#the-fix', '/causes/a', '/causes/e'].map(result),
  );
  expect(slugs(ranked.fits)).toEqual(['c', 'a']);
  expect(slugs(ranked.near)).toEqual(['d']);
  expect(anchorOf(ranked.fits[0]?.result?.at ?? '')).toBe('the-fix');
});

test('where nothing was typed all stay as they are', () => {
  const matches = { fits: [match('b'), match('a')], near: [] };
  expect(slugs(rankCauses(matches, undefined).fits)).toEqual(['b', 'a']);
});
