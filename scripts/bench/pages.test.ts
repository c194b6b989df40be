/** What `npm run bench:pages` shows on Starlight, and how its table is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../paths.mjs';
import { pagesTable } from './pages-table.mjs';
import { article } from './starlight.mjs';

const lessons = join(root, 'content', 'lessons');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('a lesson as Markdown', () => {
  test('has lost what MDX adds, and nothing else', () => {
    const mdx = [
      '---\ntitle: "A: b"\nminutes: 8\nsummary: Short.\n---\n',
      "import { Door } from './resource';\n",
      '<Exchange exercise="first-401" caption="a > b" />\n',
      '<Steps>\n\n1. A <Term id="gate">gate</Term>, `<Door />` and {braces}\n\n</Steps>\n',
      '```jsx\nimport x from "x";\n\n\n<Door open={true} />\n```\n',
    ];
    expect(article(mdx.join('\n')).split(/\n\n/).filter(Boolean)).toEqual([
      '---\ntitle: "A: b"\ndescription: Short.\n---',
      '1. A gate, `<Door />` and {braces}',
      '```jsx\nimport x from "x";',
      '\n<Door open={true} />\n```\n',
    ]);
  });

  test.each(readdirSync(lessons))('%s keeps its headings and tables and no component', (name) => {
    const mdx = readFileSync(join(lessons, name, 'lesson.mdx'), 'utf8');
    const text = article(mdx);
    for (const pattern of [/^## /gm, /^\| /gm, /^```/gm])
      expect(count(text, pattern)).toBe(count(mdx, pattern));
    expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(/<\/?[A-Z]|^import /m);
  });
});

describe('the table', () => {
  const sizes = { cls: 0, js: 137_000, css: 0, font: 0, html: 0 };
  const cells = (table: string) => table.split('\n').map((line) => line.split(/ {2,}/));

  test('divides LCP by one page and TBT by another', () => {
    const ours = { lcp: 3000, tbt: 100, ...sizes };
    const table = pagesTable(new Map([['/', ours]]), {
      lcp: { lcp: 2000, tbt: 0, ...sizes },
      tbt: { lcp: 0, tbt: 400, ...sizes },
    });
    expect(cells(table)[1]?.slice(0, 7)).toEqual(['/', '3000', '1.50', '100', '0.25', '0.000', '137']);
  });

  test('has a dash where there is nothing to divide or to divide by', () => {
    const none = { lcp: 0, tbt: 0, ...sizes };
    const table = pagesTable(new Map([['/', none]]), { lcp: none, tbt: none });
    expect(cells(table)[1]?.slice(0, 5)).toEqual(['/', '–', '–', '0', '–']);
  });
});
