import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exerciseSlugs } from '@/lib/exercises';
import { anchor } from './anchor';
import { listCauses } from './causes';
import { referenceAnchors } from './check-reference';
import { lessonText, listLessons } from './lessons';
import { mdxNodes } from './mdx-nodes';
import { type SearchEntry, searchEntries } from './search-entries';
import { listStackTexts } from './stacks';

function headingIds(folder: string): ReadonlySet<string> {
  const nodes = mdxNodes(lessonText(folder), folder);
  return new Set(nodes.flatMap((node) => (node.type === 'heading' ? [anchor(node.text)] : [])));
}

/** The pages of the content by path, each with the ids on it as far as the content gives them. */
function pagesOfContent(entries: readonly SearchEntry[]) {
  const reference = [...new Set(entries.map(({ id }) => id.replace(/#.*/, '')))].flatMap((path) => {
    const ids = referenceAnchors(path);
    return ids ? [[path, ids] as const] : [];
  });
  return new Map<string, ReadonlySet<string>>([
    ...listLessons().map(({ slug, folder }) => [`/lessons/${slug}`, headingIds(folder)] as const),
    ...listCauses().map(({ slug }) => [`/causes/${slug}`, new Set<string>()] as const),
    ...exerciseSlugs().map((slug) => [`/sandbox/${slug}`, new Set<string>()] as const),
    ...[...listStackTexts().keys()].map((name) => [`/stacks/${name}`, new Set<string>()] as const),
    ...reference,
  ]);
}

test('all that can be searched for has a page, and an id on it where its address names one', async () => {
  const entries = await searchEntries();
  const pages = pagesOfContent(entries);
  expect(entries.filter(({ id }) => id.includes('#')).length).toBeGreaterThan(100);
  const lost = entries.filter(({ id }) => {
    const [path = '', fragment] = id.split('#');
    if (fragment === undefined) return !pages.has(path) && !existsSync(`app${path}/page.tsx`);
    return !pages.get(path)?.has(fragment);
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
}, 30_000);

test('no two entries of the search have the same address', async () => {
  const ids = (await searchEntries()).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
}, 30_000);
