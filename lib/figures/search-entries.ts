/** What can be searched for: every page with its sections, what tools say, exercises, words and the reference. */

import type { Cause } from '@/lib/content/cause';
import { causeText, listCauses, visitorsFile, visitorsText } from '@/lib/content/causes';
import { loadCheatSheet } from '@/lib/content/cheatsheet';
import type { Lesson } from '@/lib/content/lesson';
import { lessonText, listLessons, loadGlossary, loadMisconceptions } from '@/lib/content/lessons';
import { loadFields, loadSchemes, loadStatuses } from '@/lib/content/reference';
import { sectionsOf, type TextSection } from '@/lib/content/sections';
import { listStackTexts } from '@/lib/content/stacks';
import { listWays } from '@/lib/content/ways';
import type { Misconceptions } from '@/lib/content/words';
import type { Saying } from '@/lib/diagnose/knowledge';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';

import {
  causePath,
  exercisePath,
  fieldPath,
  lessonPath,
  pages,
  schemePath,
  stackPath,
  statusPath,
  wayPath,
  wordPath,
} from '@/lib/pages';
import { causeSays } from './cause-says';

/** One result of the search. */
export interface SearchEntry {
  /** The address, which nothing else has. */
  readonly at: string;
  readonly kind: 'Lesson' | 'Cause' | 'Exercise' | 'Open door' | 'Stack' | 'Word' | 'Reference' | 'Page';
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

/** All entries, made from the content. Throws a `ContentError` where the content is wrong. */
export async function searchEntries(): Promise<SearchEntry[]> {
  return [
    ...listLessons().map(lessonEntry),
    ...causeEntries(),
    ...listWays().map((way) => entry(wayPath(way.name), 'Page', way.title, way.summary, way.ends)),
    ...(await Promise.all(exerciseSlugs().map(exerciseEntry))).flat(),
    ...stackEntries(),
    ...glossaryEntries(),
    ...referenceEntries(),
    ...pageEntries(),
  ];
}

function entry(at: string, kind: SearchEntry['kind'], title: string, text: string, words: string) {
  return { at, kind, title: plain(title), text: plain(text), words: plain(words), sections: [], says: [] };
}

function lessonEntry({ slug, title, searchTitle = '', summary, statuses, inShort, folder }: Lesson) {
  const words = [searchTitle, ...statuses, inShort.means, inShort.check, inShort.fix].join(' ');
  return {
    ...entry(lessonPath(slug), 'Lesson', title, summary, words),
    sections: sectionsOf(lessonText(folder), folder),
  };
}

function causeEntries(): SearchEntry[] {
  const beliefs = loadMisconceptions();
  const says = causeSays();
  return listCauses().map((cause) => causeEntry(cause, says.get(cause.slug) ?? [], beliefs));
}

/** What finds a cause: its head, its sections, what is believed, where it happened, and what tools say. */
function causeEntry(cause: Cause, says: readonly Saying[], beliefs: Misconceptions): SearchEntry {
  const { slug, title, summary, statuses, inShort, rules, misconception, evidence } = cause;
  const { means, check, fix } = inShort;
  const words = [slug.replaceAll('-', ' '), ...statuses, ...rules, means, check, fix].join(' ');
  const belief = beliefs[misconception];
  return {
    ...entry(causePath(slug), 'Cause', title, summary, words),
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
  return [entry(exercisePath(slug), open ? 'Open door' : 'Exercise', title, task, words)];
}

/** A recorded stack is found by its packages' names, and by what surprises in it. */
function stackEntries(): SearchEntry[] {
  return [...listStackTexts()].map(([name, { title, summary, surprises }]) =>
    entry(
      stackPath(name),
      'Stack',
      title,
      summary,
      [name.replaceAll('-', ' '), ...surprises.map(({ says }) => says)].join(' '),
    ),
  );
}

function glossaryEntries(): SearchEntry[] {
  return Object.entries(loadGlossary()).map(([id, { term, says, not = '' }]) =>
    entry(wordPath(id), 'Word', term, says, not),
  );
}

function referenceEntries(): SearchEntry[] {
  return [
    ...Object.entries(loadStatuses()).map(([status, { name, says, act }]) =>
      entry(statusPath(status), 'Reference', `${status} ${name}`, says, act),
    ),
    ...Object.entries(loadSchemes()).map(([name, { title = name, about, mind }]) =>
      entry(schemePath(name), 'Reference', title, about, `${name} scheme ${mind}`),
    ),
    ...Object.entries(loadFields()).map(([name, { says, mind }]) =>
      entry(fieldPath(name), 'Reference', name, says, `header ${mind}`),
    ),
  ];
}

/** The pages that the search lists; two of them are found by what they say, too. */
function pageEntries(): SearchEntry[] {
  return pages.flatMap(({ path, title, text, words }): SearchEntry[] => {
    if (!words) return [];
    const listed = entry(path, 'Page', title, text, words);
    if (path === '/visitors') return [{ ...listed, sections: sectionsOf(visitorsText(), visitorsFile) }];
    return [path === '/cheatsheet' ? { ...listed, words: `${words} ${cheatSheetWords()}` } : listed];
  });
}

function cheatSheetWords(): string {
  const { compare, tree, next, useless } = loadCheatSheet();
  const rows = [...compare, ...tree, ...next, ...useless].flatMap((row) => Object.values(row));
  return rows.join(' ');
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('*', '');
}
