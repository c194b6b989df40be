/** What people mention in their own words, and the combinations of it that point to a cause. */
import { fold } from './fold';
import type { CauseKnowledge } from './knowledge';
import { findTexts, type Hit, indexTexts, type TextIndex } from './literal';
import { fieldOf, type GoodReading } from './reading';

/** One thing that people mention: a reverse proxy, a restart, another account. */
export interface Cue {
  readonly means: string;
  /** How much it tells alone, from 1 to 3. */
  readonly telling: number;
  readonly says: readonly string[];
}

export type Cues = Readonly<Record<string, Cue>>;

/** The texts of all cues, made once. */
export interface CueIndex {
  readonly cues: Cues;
  readonly names: readonly string[];
  readonly texts: TextIndex;
}

/** A description is short; what stands far below is a log. */
const longest = 12_000;

/** Makes ready what people mention, for many diagnoses. */
export function indexCues(cues: Cues): CueIndex {
  const all = Object.entries(cues).flatMap(([name, { says }]) => says.map((text) => ({ name, text })));
  return { cues, names: all.map(({ name }) => name), texts: indexTexts(all.map(({ text }) => text)) };
}

/** GitHub denies a push to the owner of the repository: nobody else is signed in. */
const deniedToOwner = /\bPermission to ([\w.-]{1,40})\/[\w.-]{1,100} denied to \1(?![\w-])/i;
const deniedTo = /^denied to$/i;

/** The names of the cues that stand in `reading`, and of its statuses. */
export function cuesIn({ names, texts }: CueIndex, reading: GoodReading, focus: number): ReadonlySet<string> {
  const text = reading.text.slice(0, longest);
  const isOwner = deniedToOwner.test(text);
  const hits = findTexts(texts, fold(text), 3).filter(
    (hit) => !isHeaderName(text, hit) && !(isOwner && deniedTo.test(text.slice(hit.start, hit.end).trim())),
  );
  const status = reading.exchanges[focus]?.response?.status;
  const statuses = status ? [status] : reading.statuses;
  return new Set([
    ...hits.flatMap(({ index }) => names[index] ?? []),
    ...statuses.map((shown) => `status-${shown}`),
    ...(sentCredentials(reading, focus) ? ['credentials-sent'] : []),
  ]);
}

/** The name of a header in a message that was pasted is nobody's word: each request has a User-Agent. */
const isHeaderName = (text: string, { start, end }: Hit) =>
  text[end] === ':' && /(?:^|\n)[ \t]{0,8}(?:[<>*][ \t])?$/.test(text.slice(Math.max(0, start - 12), start));

/** True where the request shows credentials, and no word that stands for a value that was never there. */
export function sentCredentials({ exchanges }: GoodReading, focus: number): boolean {
  const value = fieldOf(exchanges[focus]?.request, 'Authorization')?.value.trim() ?? '';
  const rest = value.replace(/^(?:basic|bearer|token|jwt|apikey)\b\s*/i, '');
  return rest.length > 2 && !/^(?:undefined|null|\[object|\{\{|\$)/i.test(rest);
}

/** A combination that stands in the text, and how much it tells. */
export interface Symptom {
  readonly telling: number;
  readonly reason: string;
}

/** The combinations of `cause` of which every cue is there. */
export function symptomsOf(
  { symptoms = [] }: CauseKnowledge,
  { cues }: CueIndex,
  present: ReadonlySet<string>,
): Symptom[] {
  return symptoms
    .filter((names) => names.every((name) => present.has(name)))
    .map((names) => ({
      telling: names.reduce((sum, name) => sum + (cues[name]?.telling ?? 0.5), 0),
      reason: `The text mentions ${listed(names.flatMap((name) => cues[name]?.means ?? []))}.`,
    }));
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
