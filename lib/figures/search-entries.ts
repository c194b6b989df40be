/** What can be searched for: lessons with their headings, causes, exercises, words, and the pages around them. */

import { anchor } from '@/lib/content/anchor';
import { listCauses } from '@/lib/content/causes';
import { lessonText, listLessons, loadGlossary } from '@/lib/content/lessons';
import { mdxNodes } from '@/lib/content/mdx-nodes';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { causePath, exercisePath, lessonPath, pages, wordPath } from '@/lib/pages';

export interface SearchEntry {
  /** The address, which nothing else has. */
  readonly id: string;
  readonly kind: 'Lesson' | 'In a lesson' | 'Cause' | 'Exercise' | 'Open door' | 'Word' | 'Page';
  readonly title: string;
  /** A sentence that is shown below the title. */
  readonly text: string;
  /** Words that find it and are not shown. */
  readonly words: string;
}

/** All entries, made from the content. Throws a `ContentError` where the content is wrong. */
export async function searchEntries(): Promise<SearchEntry[]> {
  const lessons = listLessons().flatMap((lesson): SearchEntry[] => {
    const { slug, title, searchTitle = '', summary, statuses, causes, folder } = lesson;
    const id = lessonPath(slug);
    const headings = mdxNodes(lessonText(folder), folder).flatMap((node) =>
      node.type === 'heading' ? [node.text] : [],
    );
    return [
      {
        id,
        kind: 'Lesson',
        title: plain(title),
        text: plain(summary),
        words: [searchTitle, ...statuses, ...causes].join(' '),
      },
      ...headings.map(
        (heading): SearchEntry => ({
          id: `${id}#${anchor(heading)}`,
          kind: 'In a lesson',
          title: plain(heading),
          text: plain(title),
          words: '',
        }),
      ),
    ];
  });
  const causes = listCauses().map(
    ({ slug, title, summary, statuses, rules }): SearchEntry => ({
      id: causePath(slug),
      kind: 'Cause',
      title: plain(title),
      text: plain(summary),
      words: [slug.replaceAll('-', ' '), ...statuses, ...rules].join(' '),
    }),
  );
  const exercises = await Promise.all(
    exerciseSlugs().map(async (slug): Promise<SearchEntry[]> => {
      const exercise = await loadExercise(slug);
      if (!exercise) return [];
      const { title, task, open, mistakes, goal } = exercise;
      return [
        {
          id: exercisePath(slug),
          kind: open ? 'Open door' : 'Exercise',
          title: plain(title),
          text: plain(task),
          words: [slug.replaceAll('-', ' '), goal.status, ...mistakes.map(({ name }) => name)].join(' '),
        },
      ];
    }),
  );
  const words = Object.entries(loadGlossary()).map(
    ([key, { term, says, not = '' }]): SearchEntry => ({
      id: wordPath(key),
      kind: 'Word',
      title: plain(term),
      text: plain(says),
      words: not,
    }),
  );
  const around = pages.flatMap(({ path, title, text, words }): SearchEntry[] =>
    words ? [{ id: path, kind: 'Page', title, text, words }] : [],
  );
  return [...lessons, ...causes, ...exercises.flat(), ...words, ...around];
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('*', '');
}
