/** What a learner has done, as one versioned document: by slug and id, every entry with its date. */
import type { Draft } from '@/lib/http-auth/draft';

/** An instant as `Date.prototype.toISOString` writes it, so that text order is time order. */
export type Instant = string;

export interface Stamped<T> {
  readonly value: T;
  readonly at: Instant;
}

/** `expected` is null where the learner chose to just send; `came` is the status that followed. */
export interface Prediction {
  readonly expected: number | null;
  readonly came?: number;
}

export const sureness = ['guess', 'fairly', 'sure'] as const;
export type Sureness = (typeof sureness)[number];

/** One answer to one quiz item. `variant` is 0 for the item as written, 1 for its first variant … */
export interface Answer {
  readonly at: Instant;
  readonly correct: boolean;
  readonly sure: Sureness;
  readonly variant: number;
  /** What was given, as the text that `writeGiven` (lib/quiz/kinds.ts) makes of it. */
  readonly given: string;
  /** Ids of the misconceptions behind a wrong answer, each once and in order; left out where there is none. */
  readonly beliefs?: readonly string[];
}

/** One answer in the endless practice, to the situation that level and seed make. */
export interface PracticeAnswer {
  readonly at: Instant;
  readonly level: 1 | 2 | 3;
  readonly seed: string;
  readonly correct: boolean;
}

/** The attempt at an exercise in one place, and what belongs to that attempt alone. */
export interface PlaceEntry {
  readonly attempt?: Stamped<string>;
  readonly draft?: Stamped<Draft>;
  /** Keys are tiers of help, values when each was last opened. */
  readonly hints?: Readonly<Record<string, Instant>>;
  /** When something of an attempt here last reached the server. */
  readonly tried?: Instant;
  /** When an attempt here was last solved, with or without the worked solution. */
  readonly solved?: Instant;
}

/** No handler needs as much code, and the storage of a browser is small. */
export const longestProgram = 16_384;

/** The code that somebody writes as the server, and when the whole suite of requests was answered right. */
export interface HandlerEntry {
  readonly program?: Stamped<string>;
  readonly tried?: Instant;
  /** When the program was last right. */
  readonly solved?: Instant;
}

/** The place of an exercise on the page of its own. Every other place is the slug of the lesson or cause that shows it. */
export const sandboxPlace = 'sandbox';

/** Everything about one exercise. Lists hold dates, oldest first. */
export interface ExerciseEntry {
  /**
   * By the name of the place. The script in the head of a page reads `exercises[slug].places[place].attempt.value`
   * from the stored document, so this path may not change without it.
   */
  readonly places?: Readonly<Record<string, PlaceEntry>>;
  readonly prediction?: Stamped<Prediction>;
  readonly tried?: Instant;
  /** Solved after the worked solution was shown in the same attempt. */
  readonly practised?: readonly Instant[];
  readonly solved?: readonly Instant[];
}

/**
 * Tombstones: what is not younger than they are is gone, in every copy that meets them. `lifted` takes back those
 * that are not younger than itself: whoever imports a file wants all that is in it.
 */
export interface Resets {
  readonly all?: Instant;
  readonly lifted?: Instant;
  readonly exercises: Readonly<Record<string, Instant>>;
}

/** Under which name the storage of a browser keeps the document. */
export const progressKey = 'doorman:progress';
/** Said on the window when the document changes, for those who do not load the store to hear of it. */
export const progressEvent = 'doorman:progress';

/**
 * 2 brought the beliefs behind wrong answers, and the practice; a document of version 1 is read as one without.
 * 3 brought an attempt for each place; the only attempt of an earlier document is read as that of the sandbox page.
 * It no longer says when a lesson was scrolled to its end: read is a lesson whose quiz was answered.
 * 4 brought the code of handlers; an earlier document is read as one without.
 */
export const progressVersion = 4;

export interface Progress {
  readonly version: typeof progressVersion;
  readonly resets: Resets;
  /** When the current round of each lesson's quiz began, by slug. */
  readonly rounds: Readonly<Record<string, Instant>>;
  /** What was chosen in the text, by the id of the prediction. */
  readonly predictions: Readonly<Record<string, Stamped<string>>>;
  readonly exercises: Readonly<Record<string, ExerciseEntry>>;
  readonly answers: Readonly<Record<string, readonly Answer[]>>;
  /** The latest answers in the endless practice, oldest first; left out where there is none. */
  readonly practice?: readonly PracticeAnswer[];
  /** By the name of the handler; left out where there is none. */
  readonly handlers?: Readonly<Record<string, HandlerEntry>>;
}

export const emptyProgress: Progress = {
  version: progressVersion,
  resets: { exercises: {} },
  rounds: {},
  predictions: {},
  exercises: {},
  answers: {},
};

/** How far an exercise is, as marks and the sandbox show it. */
export interface ExerciseProgress {
  /** The attempt in the place that was asked for. */
  readonly attempt?: string;
  /** Only where it belongs to the current attempt. */
  readonly draft?: Draft;
  /** Only where it belongs to the request as it was kept last: a later draft is another request. */
  readonly prediction?: Prediction;
  /** Tiers of help opened in the current attempt, ascending. */
  readonly hints: readonly number[];
  /** Something was sent in the current attempt. */
  readonly isTried: boolean;
  /** The current attempt was solved. */
  readonly isSolved: boolean;
  /** Over all places and attempts. */
  readonly status: 'new' | 'tried' | 'practised' | 'solved';
}

/** The tier that shows the worked solution: what is solved after it counts as practised. */
export const solutionTier = 4;

/** One exercise out of the document; without `place`, only what is true of all places. An unknown slug is simply new. */
export function exerciseOf(progress: Progress, slug: string, place?: string): ExerciseProgress {
  const entry = entryOf(progress.exercises, slug) ?? {};
  const { prediction } = entry;
  const { attempt, draft, hints = {}, tried, solved } = placeOf(entry, place) ?? {};
  const since = attempt?.at ?? '';
  return {
    ...(attempt && { attempt: attempt.value }),
    ...(draft && draft.at >= since && { draft: draft.value }),
    ...(prediction &&
      prediction.at >= since &&
      prediction.at >= (draft?.at ?? '') && { prediction: prediction.value }),
    hints: Object.keys(hints)
      .filter((tier) => (hints[tier] ?? '') >= since)
      .map(Number)
      .sort((a, b) => a - b),
    isTried: tried !== undefined && tried >= since,
    isSolved: solved !== undefined && solved >= since,
    status: entry.solved?.length
      ? 'solved'
      : entry.practised?.length
        ? 'practised'
        : entry.tried
          ? 'tried'
          : 'new',
  };
}

/** What is known of a handler; empty where nothing is. */
export function handlerOf({ handlers = {} }: Progress, name: string): HandlerEntry {
  return entryOf(handlers, name) ?? {};
}

/** What the entry of an exercise has of one place. */
export function placeOf(entry: ExerciseEntry, place: string | undefined): PlaceEntry | undefined {
  return place === undefined ? undefined : entryOf(entry.places ?? {}, place);
}

/** The answers to an item in the current round of its lesson's quiz, oldest first. */
export function answersInRound(progress: Progress, lesson: string, item: string): readonly Answer[] {
  const since = entryOf(progress.rounds, lesson) ?? '';
  return (entryOf(progress.answers, item) ?? []).filter(({ at }) => at >= since);
}

/** How many of the questions with these ids were ever answered. */
export function answeredOf({ answers }: Progress, items: readonly string[]): number {
  return items.filter((id) => entryOf(answers, id)?.length).length;
}

/** A member of its own: `constructor` is a possible slug, and every object inherits one. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
