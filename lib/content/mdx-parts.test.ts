import { compile } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import mdxParts from './mdx-parts.mjs';

/** The parts of a text: how many blocks each has, whether it is first or last, and its exercise. */
async function partsOf(text: string) {
  const code = String(
    await compile(text, {
      jsx: true,
      remarkPlugins: [remarkFrontmatter, remarkGfm],
      rehypePlugins: [mdxParts],
    }),
  );
  const parts = [...code.matchAll(/<Part blocks="(\d+)"( isFirst)?( isLast)?>(.*?)<\/Part>/gs)].map(
    ([, blocks, first, last, inside = '']) => ({
      blocks: Number(blocks),
      is: [first, last].flatMap((flag) => flag?.trim() ?? []),
      sandboxes: [...inside.matchAll(/exercise="([a-z]+)"/g)].map(([, exercise]) => exercise),
    }),
  );
  const [, headings = ''] = /export const headings = (\[.*?\]);/s.exec(code) ?? [];
  return { code, parts, headings: JSON.parse(headings) };
}

const sandbox = (exercise: string) => `<Sandbox exercise="${exercise}" />`;
const textOf = (...blocks: string[]) => blocks.join('\n\n');

describe('a text that is compiled', () => {
  test('is one part without sandboxes, and has its headings in order, without their marks', async () => {
    const text = textOf(
      '---\ntitle: x\n---',
      'A *word*.',
      '## First `401`',
      'More.',
      '### Not named',
      '## <Term id="realm">Realm</Term> and *scope*',
    );
    const { parts, headings } = await partsOf(text);
    expect(parts).toEqual([{ blocks: 5, is: ['isFirst', 'isLast'], sandboxes: [] }]);
    expect(headings).toEqual(['First 401', 'Realm and scope']);
  });

  test('begins a part at the last heading before its sandbox', async () => {
    const text = textOf('a', '## A', sandbox('one'), 'b', '## B', 'c', '## C', sandbox('two'), 'd');
    expect((await partsOf(text)).parts).toEqual([
      { blocks: 6, is: ['isFirst'], sandboxes: ['one'] },
      { blocks: 3, is: ['isLast'], sandboxes: ['two'] },
    ]);
  });

  test('begins a part at a sandbox that no heading parts from the one before', async () => {
    const text = textOf('## A', sandbox('one'), 'b', sandbox('two'), '## B', sandbox('three'));
    expect((await partsOf(text)).parts).toEqual([
      { blocks: 3, is: ['isFirst'], sandboxes: ['one'] },
      { blocks: 1, is: [], sandboxes: ['two'] },
      { blocks: 2, is: ['isLast'], sandboxes: ['three'] },
    ]);
  });

  test('is one part if it is empty, and space between blocks is none', async () => {
    expect((await partsOf('')).parts).toEqual([]);
    expect((await partsOf('')).code).toContain('<Part blocks="0" isFirst isLast');
    expect((await partsOf('a\n\n\n\nb\n')).parts).toMatchObject([{ blocks: 2 }]);
  });
});
