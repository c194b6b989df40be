/**
 * How well the words of a paste fit what is written about a cause, by the measure of search engines (Okapi BM25): a word
 * counts more the fewer causes have it, and a second mention counts less than the first.
 */
import { parseExamples } from './examples';
import type { CauseKnowledge } from './knowledge';
import { termsOfPaste, wordsOfPaste } from './paste-words';
import { termsOf, withGroups } from './words';

/** How much a word counts where it stands. */
const share = { title: 4, means: 3, slug: 3, printed: 1, cue: 2, report: 5 } as const;

/** How fast repeats stop to count, and how much a long text about a cause is held against it. */
const [saturation, lengthPart] = [1.5, 0.5];
/** A long paste shares many words with everything. */
const [scale, shortest] = [4, 10];
/** How much real pastes count beside what is written about a cause. */
const exampleScale = 7;

/** For each term the causes that have it, with its weight there. */
export type WordIndex = ReadonlyMap<string, readonly (readonly [cause: number, weight: number])[]>;

/** What is written about the causes, and what stands in pastes that they were the reason of. */
export interface Indexes {
  readonly words: WordIndex;
  readonly examples: WordIndex;
}

export interface WordsFit {
  readonly weight: number;
  /** How well the paste fits others that this was the reason of. */
  readonly examples: number;
  readonly hasTerms: boolean;
  /** The words that tell most, as they stand in the paste: looked up for the few causes that nothing else speaks for. */
  readonly terms: () => readonly string[];
}

/** Makes the index of what stands in real pastes. */
export function indexExamples(causes: readonly CauseKnowledge[]): WordIndex {
  const index = new Map<string, [number, number][]>();
  for (const [cause, { examples = '' }] of causes.entries())
    for (const [term, weight] of parseExamples(examples)) {
      const postings = index.get(term) ?? [];
      postings.push([cause, weight * exampleScale]);
      index.set(term, postings);
    }
  return index;
}

/** How a cue stands among the words. */
const cueTerm = (name: string) => `cue:${name}`;

/** Makes the index of what is written about the causes. */
export function indexWords(causes: readonly CauseKnowledge[]): WordIndex {
  const all = causes.map(countsOf);
  const lengths = all.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / (causes.length || 1);
  const holders = new Map<string, number>();
  for (const counts of all) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const index = new Map<string, [number, number][]>();
  for (const [cause, counts] of all.entries()) {
    const norm = saturation * (1 - lengthPart + (lengthPart * (lengths[cause] ?? 0)) / average);
    for (const [term, count] of counts) {
      const holding = holders.get(term) ?? 1;
      const rarity = Math.log(1 + (causes.length - holding + 0.5) / (holding + 0.5));
      const postings = index.get(term) ?? [];
      postings.push([cause, (rarity * count * (saturation + 1)) / (count + norm)]);
      index.set(term, postings);
    }
  }
  return index;
}

/** How often each term stands in what is written about a cause, each place with its share. */
function countsOf({ title, summary, inShort, slug, reports = '', says = [], symptoms = [] }: CauseKnowledge) {
  const counts = new Map<string, number>();
  const add = (terms: readonly string[], weight: number) => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  const addText = (text: string, weight: number) => add(withGroups(termsOf(text)), weight);
  addText(`${title} ${summary}`, share.title);
  addText(`${inShort.means} ${inShort.check} ${inShort.fix}`, share.means);
  addText(slug.replaceAll('-', ' '), share.slug);
  addText(says.map(({ text }) => text).join('\n'), share.printed);
  add(symptoms.flat().map(cueTerm), share.cue);
  add(withGroups(reports.split(' ').filter(Boolean)), share.report);
  return counts;
}

/** For each cause how the paste fits it: its words, and the cues that stand in it. */
export function wordsFit(
  { words, examples }: Indexes,
  size: number,
  text: string,
  cues: ReadonlySet<string>,
): WordsFit[] {
  const pasted = new Set([...termsOfPaste(text), ...[...cues].map(cueTerm)]);
  const long = scale / Math.sqrt(pasted.size + shortest);
  const sums = new Float64Array(size);
  const exampleSums = new Float64Array(size);
  const best: [term: string, weight: number][][] = Array.from({ length: size }, () => []);
  for (const term of pasted) {
    for (const [cause, weight] of words.get(term) ?? []) {
      sums[cause] = (sums[cause] ?? 0) + weight * long;
      if (!/[~:]/.test(term)) best[cause]?.push([term, weight]);
    }
    for (const [cause, weight] of examples.get(term) ?? [])
      exampleSums[cause] = (exampleSums[cause] ?? 0) + weight * long;
  }
  return best.map((shared, cause) => ({
    weight: sums[cause] ?? 0,
    examples: exampleSums[cause] ?? 0,
    hasTerms: shared.length > 0,
    terms: () =>
      shared
        .sort(([, a], [, b]) => b - a)
        .slice(0, 3)
        .map(([term]) => asWritten(term, wordsOfPaste(text))),
  }));
}

/** The term with the ending that it has in `text`, and no more of the text: a term may be the beginning of a secret. */
function asWritten(term: string, text: string): string {
  const escaped = term.replace(/[^a-z0-9]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${escaped}[a-z]{0,6}(?![A-Za-z0-9])`, 'i').exec(text)?.[0] ?? term;
}
