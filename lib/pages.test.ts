/** The table of pages and the folders of app are the same. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from './pages';

const app = join(import.meta.dirname, '..', 'app');

/** The addresses of the pages below `app` that take no parameter. */
const made = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.(tsx|mdx)$/.test(file) && !file.includes('['))
  .map((file) => `/${file.replace(/\/?page\.(tsx|mdx)$/, '')}`);

test('every page of app stands in lib/pages.ts, and no other', () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(made.sort());
});

test('a page that the search lists has words to find it', () => {
  expect(pages.filter(({ words }) => words === '').map(({ path }) => path)).toEqual([]);
});
