/**
 * The search over all pages. Every word of a query is looked up by itself; a page counts the more, the more of the
 * telling words stand in one of its passages, and in all of them together. So a query that no page fits whole finds
 * what fits most of it.
 */
import type { Page, SearchIndex } from './search-index';
import { alikeTo, isWeak, type Word, wordsOf } from './words';

/** What a page was found by. */
export type Why =
  | { readonly by: 'text'; readonly text: string; readonly tool: string }
  | { readonly by: 'section'; readonly title: string; readonly words: readonly string[] }
  | { readonly by: 'head' };

export interface Result extends Page {
  /** Where it leads: the page, or the section that has the words. */
  readonly at: string;
  readonly why: Why;
  /** The terms that were met on the page, for marking them. */
  readonly terms: readonly string[];
}

export interface SearchOptions {
  /** The most results. */
  readonly most?: number;
  /** Only pages of this kind. */
  readonly kind?: string;
}

/** What a query is cut to: more says nothing more, and takes time on a phone. */
const mostCharacters = 600;
const mostWords = 28;

const boost = { title: 4, printed: 3, words: 1.6, text: 1.6, body: 1 };
const synonymWeight = 0.4;
const partWeight = 0.5;
const weakWeight = 0.3;

const weights: Readonly<Record<string, number>> = {
  Lesson: 1.1,
  Cause: 1.35,
  Page: 1.3,
  'Open door': 0.7,
  Word: 0.9,
  Reference: 0.9,
};

/** The pages that fit `query`, the best first; none where no word of it is met. */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): readonly Result[] {
  const { most = 12, kind } = options;
  const cut = query.slice(0, mostCharacters);
  const lookups = lookupsFor(index, cut);
  if (!lookups.length) return [];
  const ranked = [...passagesByPage(index, lookups)]
    .filter(([page]) => !kind || index.pages[page]?.kind === kind)
    .map(([page, passages]) => rate(index, page, passages, lookups, cut))
    .sort((a, b) => b.score - a.score);
  return ranked.slice(0, most).map((rated) => resultOf(index, rated, lookups));
}

/** One word of the query, and how well each passage has it. */
interface Lookup {
  readonly word: Word;
  /** How telling it is: a word that few pages have weighs most. */
  readonly weight: number;
  readonly scores: ReadonlyMap<number, number>;
  readonly terms: readonly string[];
}

function lookupsFor(index: SearchIndex, query: string): readonly Lookup[] {
  const words = [...new Map(wordsOf(query).map((word) => [word.term, word])).values()].slice(
    0,
    mostWords * 2,
  );
  // Whoever types has not finished the last word.
  const unfinished = /[\p{L}\p{N}_]$/u.test(query) ? words.at(-1) : undefined;
  return words
    .map((word) => lookUp(index, word, word === unfinished))
    .filter(({ scores }) => scores.size > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords);
}

function lookUp(index: SearchIndex, word: Word, unfinished: boolean): Lookup {
  const { term, exact, parts } = word;
  const scores = new Map<number, number>();
  const terms = new Set<string>();
  const add = (some: string, how: { prefix?: boolean; fuzzy?: number }, weight = 1) => {
    const hits = index.index.search(some, { ...how, boost, tokenize: (text) => [text] });
    for (const { id, score, terms: met } of hits) {
      scores.set(id, Math.max(scores.get(id) ?? 0, score * weight));
      for (const term of met) terms.add(term);
    }
  };
  const letters = /\p{L}/u.test(term);
  add(term, { prefix: unfinished && (!exact || (letters && term.length > 3)) });
  const direct = new Set(scores.keys());
  if (!scores.size && !exact && term.length > 2) add(term, { prefix: true });
  if (!scores.size && !exact && term.length > 3) add(term, { fuzzy: 0.2 }, 0.8);
  if (!scores.size) for (const part of parts) add(part, {}, partWeight);
  for (const other of alikeTo(term)) add(other, {}, synonymWeight);
  const pages = pagesOf(index, direct.size ? direct : scores.keys()).size;
  const share = isWeak(term) ? weakWeight : 1;
  for (const [id, score] of scores) scores.set(id, score * share);
  const weight = share * Math.log(1 + index.pages.length / Math.max(1, pages));
  return { word, weight, scores, terms: [...terms] };
}

function pagesOf(index: SearchIndex, passages: Iterable<number>): ReadonlySet<number> {
  return new Set([...passages].map((passage) => index.passages[passage]?.page ?? -1));
}

/** For each page the passages that have any of the words. */
function passagesByPage(index: SearchIndex, lookups: readonly Lookup[]) {
  const pages = new Map<number, Set<number>>();
  for (const passage of lookups.flatMap(({ scores }) => [...scores.keys()])) {
    const page = index.passages[passage]?.page ?? -1;
    const passages = pages.get(page);
    if (passages) passages.add(passage);
    else pages.set(page, new Set([passage]));
  }
  return pages;
}

interface Rated {
  readonly page: number;
  readonly score: number;
  /** The passage that fits best. */
  readonly passage: number;
}

function rate(
  index: SearchIndex,
  page: number,
  passages: ReadonlySet<number>,
  lookups: readonly Lookup[],
  query: string,
): Rated {
  const all = lookups.reduce((sum, { weight }) => sum + weight, 0);
  const within = (some: Iterable<number>) => {
    const ids = [...some];
    const best = lookups.map(({ scores }) => Math.max(0, ...ids.map((id) => scores.get(id) ?? 0)));
    const met = lookups.reduce((sum, { weight }, at) => sum + ((best[at] ?? 0) > 0 ? weight : 0), 0);
    return best.reduce((sum, score) => sum + score, 0) * (met / all) ** 2;
  };
  let passage = -1;
  let most = -1;
  for (const candidate of passages) {
    const score = within([candidate]) * literalness(index, candidate, query);
    if (score > most) [passage, most] = [candidate, score];
  }
  const { kind = '' } = index.pages[page] ?? {};
  return { page, passage, score: (most + 0.4 * within(passages)) * (weights[kind] ?? 1) };
}

/** How much more a text that a tool prints counts where the query has it whole, or is a piece of it. */
function literalness({ passages }: SearchIndex, passage: number, query: string): number {
  const { tool, title = '' } = passages[passage] ?? {};
  if (tool === undefined) return 1;
  const text = flat(query);
  let from = 0;
  const whole = title.split('…').every((piece) => {
    const at = text.indexOf(flat(piece), from);
    from = at + flat(piece).length;
    return at >= 0;
  });
  if (whole) return 3;
  return text.length > 5 && flat(title).includes(text) ? 2 : 1;
}

const flat = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

function resultOf(index: SearchIndex, { page, passage }: Rated, lookups: readonly Lookup[]): Result {
  const { at = '', kind = '', title = '', text = '' } = index.pages[page] ?? {};
  const { anchor = '', title: heading = '', tool } = index.passages[passage] ?? {};
  const here = lookups.filter(({ scores }) => scores.has(passage));
  const shown = { kind, title, text, terms: here.flatMap(({ terms }) => terms) };
  if (tool !== undefined) return { ...shown, at, why: { by: 'text', text: heading, tool } };
  if (!anchor) return { ...shown, at, why: { by: 'head' } };
  const words = here.map(({ word }) => word.raw);
  return { ...shown, at: `${at}#${anchor}`, why: { by: 'section', title: heading, words } };
}
