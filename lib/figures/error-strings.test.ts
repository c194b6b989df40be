import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { listCauses } from '@/lib/content/causes';
import { search } from '@/lib/search/search';
import { makeIndex, readIndex, type SearchIndex } from '@/lib/search/search-index';
import { type SearchEntry, searchEntries } from './search-entries';

interface Sought {
  readonly text: string;
  /** Slugs of the causes that are right. */
  readonly causes: readonly string[];
}

interface Fixtures {
  /** Literal messages of tools: those that a review of the site tried, and a second list. */
  readonly first: readonly Sought[];
  readonly second: readonly Sought[];
  /** What people type. */
  readonly words: readonly Sought[];
}

const fixtures: Fixtures = JSON.parse(readFileSync('lib/figures/error-strings.fixtures.json', 'utf8'));
const slugs = new Set(listCauses().map(({ slug }) => slug));
const hasPage = ({ causes }: Sought) => causes.some((slug) => slugs.has(slug));

const entries = await searchEntries();

/** An index in which the heads of the causes have those texts. */
function indexWith(says: (entry: SearchEntry) => SearchEntry['says']): Promise<SearchIndex> {
  return readIndex(JSON.stringify(makeIndex(entries.map((entry) => ({ ...entry, says: says(entry) })))));
}

/** The place of the first right cause among the results, from 1; 0 where there is none. */
function rankOf(index: SearchIndex, { text, causes }: Sought): number {
  const places = search(index, text).map(({ at }) => at.replace(/^\/causes\/|#.*$/g, ''));
  return places.findIndex((slug) => causes.includes(slug)) + 1;
}

describe('the search, given what people have in front of them', () => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await indexWith(({ says }) => says);
  });
  const { first, second, words } = fixtures;

  test.each([...first, ...second, ...words].filter(hasPage).map((sought) => [sought.text, sought] as const))(
    '%s: the right cause is among the first three',
    (_, sought) => expect([1, 2, 3]).toContain(rankOf(index, sought)),
  );

  test('every message has a cause with a page', () => {
    expect([...first, ...second].filter((sought) => !hasPage(sought)).map(({ text }) => text)).toEqual([]);
  });

  test('without the texts of the heads, what the bodies say finds more than half', async () => {
    const bare = await indexWith(() => []);
    const sought = [...first, ...second].filter(hasPage);
    const met = sought.filter((sought) => [1, 2, 3].includes(rankOf(bare, sought)));
    expect(met.length).toBeGreaterThan(sought.length / 2);
  });

  test.each([
    ['IDX10223', 'wrong-audience-or-issuer'],
    ['1021', 'anything'],
    ['AH99999', 'anything'],
    ['E4010', 'registry-login'],
  ])('a code that stands nowhere finds nothing like it: %s', async (code, other) => {
    const places = search(index, code).map(({ at }) => at);
    expect(places).not.toContain(`/causes/${other}`);
    if (other === 'anything') expect(places).toEqual([]);
  });
});
