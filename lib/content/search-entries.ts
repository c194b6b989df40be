/** What can be searched for: every page with its sections, what tools say, exercises, words and the reference. */
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import type { Cause } from './cause';
import { causeText, listCauses, visitorsFile, visitorsText } from './causes';
import { loadCheatSheet } from './cheatsheet';
import type { Lesson } from './lesson';
import { lessonText, listLessons, loadGlossary, loadMisconceptions } from './lessons';
import { loadFields, loadSchemes, loadStatuses } from './reference';
import { sectionsOf, type TextSection } from './sections';
import type { Misconceptions } from './words';

/** One result of the search. */
export interface SearchEntry {
  /** The address, which nothing else has. */
  readonly at: string;
  readonly kind: 'Lesson' | 'Cause' | 'Exercise' | 'Open door' | 'Word' | 'Reference' | 'Page';
  readonly title: string;
  /** A sentence that is shown below the title. */
  readonly text: string;
  /** Words that find it and are not shown. */
  readonly words: string;
  /** Its sections: they find it, and lead to their heading. */
  readonly sections: readonly TextSection[];
  /** What tools print where this is the cause. */
  readonly says: readonly { readonly text: string; readonly tool: string }[];
}

type Around = readonly [at: string, title: string, text: string, words: string];

const pages: readonly Around[] = [
  ['/lessons', 'Lessons', 'The path from a first 401 to the exam', 'course start progress export import'],
  ['/causes', 'Causes', 'Find the cause of a 401 or 403', 'debug fix help finder'],
  ['/sandbox', 'Sandbox', 'Every exercise, and open doors for your own client', 'exercises playground test'],
  ['/practice', 'Practice', 'Situations without end: which gate, which status?', 'train random questions'],
  ['/review', 'Review', 'What is due today', 'repeat spaced repetition'],
  ['/reference', 'Reference', 'Statuses, schemes, headers, rules, words', 'rfc glossary header'],
  ['/badge', 'Badge', 'Check a badge of the incident exam', 'certificate verify signature jws exam print'],
];

/** All entries, made from the content. Throws a `ContentError` where the content is wrong. */
export async function searchEntries(): Promise<SearchEntry[]> {
  return [
    ...listLessons().map(lessonEntry),
    ...causeEntries(),
    ...(await Promise.all(exerciseSlugs().map(exerciseEntry))).flat(),
    ...glossaryEntries(),
    ...referenceEntries(),
    ...pages.map(([at, title, text, words]) => entry(at, 'Page', title, text, words)),
    { ...entry('/visitors', 'Page', ...visitors), sections: sectionsOf(visitorsText(), visitorsFile) },
    entry('/cheatsheet', 'Page', 'Cheatsheet', '401 or 403? On one printed page', cheatSheetWords()),
  ];
}

const visitors = [
  'A site answers 401 or 403',
  'What you can do as a visitor',
  'clear cookies history password browser',
] as const;

function entry(at: string, kind: SearchEntry['kind'], title: string, text: string, words: string) {
  return { at, kind, title: plain(title), text: plain(text), words: plain(words), sections: [], says: [] };
}

function lessonEntry({ slug, title, searchTitle = '', summary, statuses, inShort, folder }: Lesson) {
  const words = [searchTitle, ...statuses, inShort.means, inShort.check, inShort.fix].join(' ');
  return {
    ...entry(`/lessons/${slug}`, 'Lesson', title, summary, words),
    sections: sectionsOf(lessonText(folder), folder),
  };
}

function causeEntries(): SearchEntry[] {
  const beliefs = loadMisconceptions();
  return listCauses().map((cause) => causeEntry(cause, beliefs));
}

/** What finds a cause: its head, its sections, what is believed, where it happened, and what tools say. */
function causeEntry(cause: Cause, beliefs: Misconceptions): SearchEntry {
  const { slug, title, summary, statuses, inShort, rules, misconception, evidence, says = [] } = cause;
  const { means, check, fix } = inShort;
  const words = [slug.replaceAll('-', ' '), ...statuses, ...rules, means, check, fix].join(' ');
  const belief = beliefs[misconception];
  return {
    ...entry(`/causes/${slug}`, 'Cause', title, summary, words),
    sections: [
      ...sectionsOf(causeText(cause.file), cause.file),
      ...(belief
        ? [{ anchor: 'belief', title: 'The belief behind it', body: `${belief.says} ${belief.truth}` }]
        : []),
      {
        anchor: 'evidence',
        title: 'Where it happened',
        body: evidence.map(({ title }) => title).join(' '),
      },
    ],
    says: says.map(({ text, tool }) => ({ text, tool })),
  };
}

async function exerciseEntry(slug: string): Promise<SearchEntry[]> {
  const exercise = await loadExercise(slug);
  if (!exercise) return [];
  const { title, task, open, mistakes, goal } = exercise;
  const words = [slug.replaceAll('-', ' '), goal.status, ...mistakes.map(({ name }) => name)].join(' ');
  return [entry(`/sandbox/${slug}`, open ? 'Open door' : 'Exercise', title, task, words)];
}

function glossaryEntries(): SearchEntry[] {
  return Object.entries(loadGlossary()).map(([id, { term, says, not = '' }]) =>
    entry(`/reference/glossary#${id}`, 'Word', term, says, not),
  );
}

function referenceEntries(): SearchEntry[] {
  return [
    ...Object.entries(loadStatuses()).map(([status, { name, says, act }]) =>
      entry(`/reference/statuses#${status}`, 'Reference', `${status} ${name}`, says, act),
    ),
    ...Object.entries(loadSchemes()).map(([name, { title = name, about, mind }]) =>
      entry(`/reference/schemes#${name.toLowerCase()}`, 'Reference', title, about, `${name} scheme ${mind}`),
    ),
    ...Object.entries(loadFields()).map(([name, { says, mind }]) =>
      entry(`/reference/fields#${name.toLowerCase()}`, 'Reference', name, says, `header ${mind}`),
    ),
  ];
}

function cheatSheetWords(): string {
  const { compare, tree, next, useless } = loadCheatSheet();
  const rows = [...compare, ...tree, ...next, ...useless].flatMap((row) => Object.values(row));
  return ['print poster', ...rows].join(' ');
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('*', '');
}
