/** What can be searched for: lessons with their headings, causes, exercises, words, and the pages around them. */
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { anchor } from './anchor';
import { listCauses } from './causes';
import { lessonText, listLessons, loadGlossary } from './lessons';
import { mdxNodes } from './mdx-nodes';
import { listStackTexts } from './stacks';

export interface SearchEntry {
  /** The address, which nothing else has. */
  readonly id: string;
  readonly kind: 'Lesson' | 'In a lesson' | 'Cause' | 'Exercise' | 'Open door' | 'Stack' | 'Word' | 'Page';
  readonly title: string;
  /** A sentence that is shown below the title. */
  readonly text: string;
  /** Words that find it and are not shown. */
  readonly words: string;
}

const pages: readonly (readonly [path: string, title: string, text: string, words: string])[] = [
  ['/lessons', 'Lessons', 'The path from a first 401 to the exam', 'course start progress export import'],
  ['/causes', 'Causes', 'Find the cause of a 401 or 403', 'debug fix help finder'],
  ['/sandbox', 'Sandbox', 'Every exercise, and open doors for your own client', 'exercises playground test'],
  ['/practice', 'Practice', 'Situations without end: which gate, which status?', 'train random questions'],
  [
    '/stacks',
    'What real stacks answer',
    'Which 401 and 403 servers and frameworks send by default',
    'record departures framework server defaults table',
  ],
  ['/review', 'Review', 'What is due today', 'repeat spaced repetition'],
  [
    '/visitors',
    'A site answers 401 or 403',
    'What you can do as a visitor',
    'clear cookies history password browser',
  ],
  ['/reference', 'Reference', 'Statuses, schemes, headers, rules, words', 'rfc glossary header'],
  ['/cheatsheet', 'Cheatsheet', '401 or 403? On one printed page', 'print poster'],
  ['/badge', 'Badge', 'Check a badge of the incident exam', 'certificate verify signature jws exam print'],
];

/** All entries, made from the content. Throws a `ContentError` where the content is wrong. */
export async function searchEntries(): Promise<SearchEntry[]> {
  const lessons = listLessons().flatMap((lesson): SearchEntry[] => {
    const { slug, title, searchTitle = '', summary, statuses, causes, folder } = lesson;
    const id = `/lessons/${slug}`;
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
      id: `/causes/${slug}`,
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
          id: `/sandbox/${slug}`,
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
      id: `/reference/glossary#${key}`,
      kind: 'Word',
      title: plain(term),
      text: plain(says),
      words: not,
    }),
  );
  const stacks = [...listStackTexts()].map(
    ([name, { title, summary, surprises }]): SearchEntry => ({
      id: `/stacks/${name}`,
      kind: 'Stack',
      title: plain(title),
      text: plain(summary),
      words: [name.replaceAll('-', ' '), ...surprises.map(({ says }) => plain(says))].join(' '),
    }),
  );
  const around = pages.map(
    ([id, title, text, more]): SearchEntry => ({ id, kind: 'Page', title, text, words: more }),
  );
  return [...lessons, ...causes, ...exercises.flat(), ...words, ...stacks, ...around];
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('*', '');
}
