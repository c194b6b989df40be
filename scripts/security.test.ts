import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = ['lib', 'e2e', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:test|spec)\.ts$/.test(name) && !name.endsWith('security.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!what may|---)/.test(line));

test.each(rows.map((row) => row.split(' | ') as [string, string, string]))(
  '%s: the tests that docs/security.md names are there',
  (_risk, _prevention, tests) => {
    const titles = [...tests.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) {
      expect(
        sources.some((source) => source.includes(`'${title}'`)),
        title,
      ).toBe(true);
    }
  },
);
