/**
 * No sentence of the article that this course answers is repeated. The article is not ours to keep: the fixture
 * holds the first half of the SHA-256 of each of its sentences of six words or more, in small letters and digits.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import foreign from './foreign-sentences.fixtures.json';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const hash = (text: string) => createHash('sha256').update(plain(text)).digest('hex').slice(0, 16);
const sentences = (text: string) =>
  text.split(/(?<=[.!?:])\s+|\n+/).filter((sentence) => plain(sentence).split(' ').length >= 6);

test('no sentence of the article is repeated', () => {
  const hashes = new Set(foreign);
  expect(hashes.size).toBeGreaterThan(30);
  const repeated = ['app', 'components', 'content', 'docs', 'lib/exercises'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:mdx?|yaml|tsx?)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .flatMap((file) =>
        sentences(readFileSync(file, 'utf8'))
          .filter((sentence) => hashes.has(hash(sentence)))
          .map((sentence) => `${file}: ${sentence}`),
      ),
  );
  expect(repeated).toEqual([]);
});
