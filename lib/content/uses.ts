/** Where statuses, fields, words and rules are used: computed from the texts, so that no list has to be kept. */

import { type Rule, rulesIn } from '@/lib/http-auth/rule';
import { causePath, lessonPath, type SitePath } from '@/lib/pages';
import { causeText, listCauses } from './causes';
import { lessonText, listLessons, loadGlossary, loadMisconceptions, loadQuiz } from './lessons';

/** A page that uses something. */
export interface Use {
  readonly kind: 'lesson' | 'cause';
  readonly href: SitePath;
  readonly title: string;
}

interface Page extends Use {
  readonly text: string;
  readonly statuses: readonly number[];
  readonly rules: ReadonlySet<Rule>;
}

function readPages(): readonly Page[] {
  return [
    ...listLessons().map(({ slug, title, folder, statuses }): Page => {
      const text = lessonText(folder);
      const quiz = JSON.stringify(loadQuiz(slug));
      return {
        kind: 'lesson',
        href: lessonPath(slug),
        title,
        text,
        statuses,
        rules: new Set(rulesIn(text + quiz)),
      };
    }),
    ...listCauses().map(({ slug, title, file, statuses }): Page => {
      const text = causeText(file);
      return { kind: 'cause', href: causePath(slug), title, text, statuses, rules: new Set(rulesIn(text)) };
    }),
  ];
}

/** What cites a rule: lessons with their quizzes, causes, misconceptions and words. */
export interface RuleCited {
  readonly pages: readonly Use[];
  readonly misconceptions: number;
  /** Ids of the words whose definition it is. */
  readonly terms: readonly string[];
}

export interface Uses {
  /** Lessons and causes that are about a status. */
  readonly status: (status: number) => readonly Use[];
  /** Lessons and causes that name a field. */
  readonly field: (name: string) => readonly Use[];
  /** Lessons that explain a word of the glossary where it stands. */
  readonly term: (id: string) => readonly Use[];
  /** Everything that cites a rule. */
  readonly rule: (rule: Rule) => RuleCited;
  /** Every rule that is cited. */
  readonly rules: ReadonlySet<Rule>;
}

/** Reads all texts once and says what uses what. Throws a `ContentError` where one is wrong. */
export function readUses(): Uses {
  const pages = readPages();
  const glossary = Object.entries(loadGlossary());
  const misconceptions = Object.values(loadMisconceptions());
  const using = (fits: (page: Page) => boolean) =>
    pages.filter(fits).map(({ kind, href, title }) => ({ kind, href, title }));
  return {
    status: (status) => using(({ statuses }) => statuses.includes(status)),
    field: (name) => {
      const named = new RegExp(`\`${name.replace(/[^\w]/g, '\\$&')}(?:\`|: )`, 'i');
      return using(({ text }) => named.test(text));
    },
    term: (id) => using(({ text }) => text.includes(`<Term id="${id}"`)),
    rule: (rule) => ({
      pages: using(({ rules }) => rules.has(rule)),
      misconceptions: misconceptions.filter((misconception) => misconception.rule === rule).length,
      terms: glossary.flatMap(([id, term]) => (term.rule === rule ? [id] : [])),
    }),
    rules: new Set([
      ...pages.flatMap(({ rules }) => [...rules]),
      ...[...glossary.map(([, term]) => term), ...misconceptions].flatMap(({ rule }) => (rule ? [rule] : [])),
    ]),
  };
}
