/** Where a rule does not apply: what is shorter than a lesson may not be wider than it. */
import type { CheatSheet } from './cheatsheet';
import type { Fault } from './content-error';
import { type Lesson, lessonFile } from './lesson';
import { mdxTree, type Tree } from './mdx-nodes';

/** Exceptions of `lesson` that its recap, or a row of the cheat sheet that names it, leaves out. */
export function exceptionFaults(lesson: Lesson, text: string, sheet?: Pick<CheatSheet, 'next'>): Fault[] {
  const { exceptions = [], folder, slug } = lesson;
  if (!exceptions.length) return [];
  const file = lessonFile(folder);
  const recap = recapOf(mdxTree(text, file));
  if (!recap) {
    const advice = 'End the lesson with <Note kind="recap">…</Note>, and say the exceptions in it.';
    return [{ file, key: 'exceptions', reason: 'It has exceptions and no recap.', advice }];
  }
  const rows = (sheet?.next ?? []).flatMap(({ lesson: named, came, try: advice }, index) =>
    named === slug ? [{ key: `next[${index}]`, words: `${came} ${advice}` }] : [],
  );
  return exceptions.flatMap(({ keyword, unless }, index): Fault[] => {
    const lacks = (words: string) => !plain(words).includes(plain(keyword));
    const advice = `Say it with this word, or name another keyword: ${unless}`;
    return [
      ...(lacks(recap.words)
        ? [
            {
              file,
              line: recap.line,
              key: `exceptions[${index}]`,
              reason: `The recap does not say “${keyword}”.`,
              advice,
            },
          ]
        : []),
      ...rows
        .filter(({ words }) => lacks(words))
        .map(({ key }) => ({
          file: 'content/cheatsheet.yaml',
          key,
          reason: `The row names the lesson ${slug}, and does not say “${keyword}”.`,
          advice,
        })),
    ];
  });
}

function recapOf(tree: Tree): { line: number; words: string } | undefined {
  if (tree.name === 'Note' && tree.attributes?.some(({ value }) => value === 'recap')) {
    return { line: tree.position?.start.line ?? 1, words: wordsOf(tree) };
  }
  for (const child of tree.children ?? []) {
    const recap = recapOf(child);
    if (recap) return recap;
  }
  return undefined;
}

function wordsOf({ value, children = [] }: Tree): string {
  return typeof value === 'string' ? value : children.map(wordsOf).join('');
}

/** Words as they are compared: without capitals, marks of code, and breaks. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[`*]/g, '').replaceAll('’', "'").replace(/\s+/g, ' ');
}
