/** What names that nobody made cost the server: nothing that stays. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** How many files there are in the build, and how many octets. */
function onDisk(folder: string): { files: number; octets: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    // Servers of other tests note there which build they work with.
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('in-use'))
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: sizes.length, octets: sizes.reduce((sum, size) => sum + size, 0) };
}

const families = ['/sandbox', '/lessons', '/causes', '/quizzes', '/reference', '/no-such-folder'];

test('a thousand unknown names leave the disk as it was, and no answer is cached', async ({ baseURL }) => {
  test.slow();
  const ask = async (count: number) => {
    const path = `${families[count % families.length]}/nobody-made-this-${count}`;
    const response = await fetch(baseURL + path);
    await response.text();
    return { path, status: response.status, cached: response.headers.get('Cache-Control') ?? '' };
  };
  // The first of each family may load what the server needs for a refusal.
  for (let count = 0; count < families.length; count += 1) await ask(1_000 + count);
  const before = onDisk(join(import.meta.dirname, '..', '..', '.next'));
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, count) => ask(count)));
  expect(answers.filter(({ status }) => status !== 404)).toEqual([]);
  expect(answers.filter(({ cached }) => /s-maxage|max-age=[1-9]/.test(cached))).toEqual([]);
  expect(onDisk(join(import.meta.dirname, '..', '..', '.next'))).toEqual(before);
});
