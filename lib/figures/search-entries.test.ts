import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { anchor } from '@/lib/content/anchor';
import { causeText, listCauses, visitorsFile, visitorsText } from '@/lib/content/causes';
import { referenceAnchors } from '@/lib/content/check-reference';
import { lessonText, listLessons } from '@/lib/content/lessons';
import { mdxNodes } from '@/lib/content/mdx-nodes';
import { listStackTexts } from '@/lib/content/stacks';
import { listWays } from '@/lib/content/ways';
import { exerciseSlugs } from '@/lib/exercises';
import { makeIndex } from '@/lib/search/search-index';
import { searchEntries } from './search-entries';

function headingIds(text: string, file: string): readonly string[] {
  return mdxNodes(text, file).flatMap((node) => (node.type === 'heading' ? [anchor(node.text)] : []));
}

/** The ids that the page of a cause gives to what stands below its text. */
const belowCause = [
  ...readFileSync('app/causes/[slug]/page.tsx', 'utf8').matchAll(/<Section id="([a-z-]+)"/g),
].map(([, id = '']) => id);

/** The pages of the content by path, each with the ids on it as far as the content gives them. */
const pagesOfContent = (paths: readonly string[]) =>
  new Map<string, ReadonlySet<string>>([
    ...listLessons().map(
      ({ slug, folder }) => [`/lessons/${slug}`, new Set(headingIds(lessonText(folder), folder))] as const,
    ),
    ...listCauses().map(
      ({ slug, file }) =>
        [`/causes/${slug}`, new Set([...headingIds(causeText(file), file), ...belowCause])] as const,
    ),
    ...exerciseSlugs().map((slug) => [`/sandbox/${slug}`, new Set<string>()] as const),
    ...[...listStackTexts().keys()].map((name) => [`/stacks/${name}`, new Set<string>()] as const),
    ...listWays().map(({ name }) => [`/ways/${name}`, new Set<string>()] as const),
    ['/visitors', new Set(headingIds(visitorsText(), visitorsFile))] as const,
    ...paths.flatMap((path) => {
      const ids = referenceAnchors(path);
      return ids ? [[path, ids] as const] : [];
    }),
  ]);

const entries = await searchEntries();

describe('what can be searched for', () => {
  test('every address that a result can lead to has a page, and an id on it where it names one', () => {
    const { pages, passages } = makeIndex(entries);
    const addresses = new Set(passages.map(([page, id]) => `${pages[page]?.[0]}${id ? `#${id}` : ''}`));
    const paths = [...addresses].map((address) => address.replace(/#.*/, ''));
    const content = pagesOfContent(paths);
    expect([...addresses].filter((address) => address.includes('#')).length).toBeGreaterThan(300);
    const lost = [...addresses].filter((address) => {
      const [path = '', id] = address.split('#');
      if (id === undefined) return !content.has(path) && !existsSync(`app${path}/page.tsx`);
      return !content.get(path)?.has(id);
    });
    expect(lost).toEqual([]);
  }, 60_000);

  test('no two results have the same address', () => {
    const all = entries.map(({ at }) => at);
    expect(all.filter((at, index) => all.indexOf(at) < index)).toEqual([]);
  });

  test('the index is at most 150 kB as it is sent', () => {
    const json = JSON.stringify(makeIndex(entries));
    expect(gzipSync(json).length).toBeLessThan(150_000);
  });

  test('it reads the text of lessons and causes, their snippets, and what is below the text of a cause', () => {
    const bodyOf = (at: string, id: string) =>
      entries.find((entry) => entry.at === at)?.sections.find((section) => section.anchor === id)?.body;
    expect(bodyOf('/causes/scope-or-role-too-small', 'what-it-looks-like')).toContain(
      'not accessible by integration',
    );
    expect(bodyOf('/causes/preflight-refused', 'the-fix')).toContain('Access-Control-Allow-Headers');
    expect(bodyOf('/causes/preflight-refused', 'evidence')).toContain('Invalid CORS request');
    expect(bodyOf('/lessons/exactly-one-bearer', 'capitals-and-spaces')).toContain(
      'Scheme names ignore case',
    );
  });
});
