/** Two documents become one without loss: the merge is commutative and idempotent. */
import {
  type Answer,
  type ExerciseEntry,
  entryOf,
  type HandlerEntry,
  type Instant,
  type PlaceEntry,
  type PracticeAnswer,
  type Progress,
  progressVersion,
  type Stamped,
} from './progress';

/** How many of the latest answers to one item are kept, and of the dates on which an exercise was solved. */
export const historyLimit = 20;
/** How many of the latest answers in the practice are kept. */
export const practiceLimit = 100;

/** The union of both documents: for each value the younger, for each list the latest, nothing that was reset. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const lifted = younger(a.resets.lifted, b.resets.lifted);
  const latestReset = younger(a.resets.all, b.resets.all);
  const all = latestReset && after(latestReset, lifted);
  const exerciseResets = join(a.resets.exercises, b.resets.exercises, younger, (at) =>
    after(at, younger(all, lifted)),
  );
  const practice = some(
    latestPractice([...(a.practice ?? []), ...(b.practice ?? [])].filter(({ at }) => after(at, all))),
  );
  const handlers = join(a.handlers ?? {}, b.handlers ?? {}, mergeHandler, (entry) =>
    handlerAfter(entry, (at) => after(at, all)),
  );
  const sinceReset = (slug: string) => younger(all, entryOf(exerciseResets, slug));
  return {
    version: progressVersion,
    resets: { ...(all && { all }), ...(lifted && { lifted }), exercises: exerciseResets },
    rounds: join(a.rounds, b.rounds, younger, (at) => after(at, all)),
    predictions: join(a.predictions, b.predictions, laterOf, (stamped) => stampedAfter(stamped, all)),
    exercises: join(a.exercises, b.exercises, mergeExercise, (entry, slug) =>
      exerciseAfter(entry, sinceReset(slug)),
    ),
    answers: join<readonly Answer[]>(
      a.answers,
      b.answers,
      (first, other) => [...first, ...other],
      (answers) => some(latestAnswers(answers.filter(({ at }) => after(at, all)))),
    ),
    ...(practice && { practice }),
    ...(Object.keys(handlers).length > 0 && { handlers }),
  };
}

/** The document as text, the same for equal documents. */
export function progressText(progress: Progress): string {
  return JSON.stringify(progress);
}

/** The youngest instant anywhere in the document, or empty text. */
export function latestInstant(progress: Progress): Instant {
  const { resets, rounds, predictions, exercises, answers, practice = [], handlers = {} } = progress;
  const dates = [
    resets.all ?? '',
    resets.lifted ?? '',
    ...Object.values(resets.exercises),
    ...Object.values(rounds),
    ...Object.values(predictions).map(({ at }) => at),
    ...Object.values(answers).flatMap((list) => list.map(({ at }) => at)),
    ...practice.map(({ at }) => at),
    ...Object.values(handlers).flatMap(({ program, tried, solved }) => [
      program?.at ?? '',
      tried ?? '',
      solved ?? '',
    ]),
    ...Object.values(exercises).flatMap(({ places = {}, prediction, tried, practised, solved }) => [
      ...Object.values(places).flatMap((place) => [
        place.attempt?.at ?? '',
        place.draft?.at ?? '',
        ...Object.values(place.hints ?? {}),
        place.tried ?? '',
        place.solved ?? '',
      ]),
      prediction?.at ?? '',
      tried ?? '',
      ...(practised ?? []),
      ...(solved ?? []),
    ]),
  ];
  return dates.reduce((a, b) => (a > b ? a : b), '');
}

function mergeExercise(a: ExerciseEntry, b: ExerciseEntry): ExerciseEntry {
  return {
    ...both('places', a.places, b.places, (first, other) => join(first, other, mergePlace, (place) => place)),
    ...both('prediction', a.prediction, b.prediction, laterOf),
    ...both('tried', a.tried, b.tried, younger),
    ...both('practised', a.practised, b.practised, (first, other) => [...first, ...other]),
    ...both('solved', a.solved, b.solved, (first, other) => [...first, ...other]),
  };
}

function mergePlace(a: PlaceEntry, b: PlaceEntry): PlaceEntry {
  return {
    ...both('attempt', a.attempt, b.attempt, laterOf),
    ...both('draft', a.draft, b.draft, laterOf),
    ...both('hints', a.hints, b.hints, (first, other) => join(first, other, younger, (at) => at)),
    ...both('tried', a.tried, b.tried, younger),
    ...both('solved', a.solved, b.solved, younger),
  };
}

/** The entry without what a reset took, in the one order of keys that equal documents share. */
function exerciseAfter(entry: ExerciseEntry, reset: Instant | undefined): ExerciseEntry | undefined {
  const stays = (at: Instant) => after(at, reset);
  const dates = (list: readonly Instant[] = []) => some(latest(list.filter(stays)));
  const { prediction, tried } = entry;
  const places = join(entry.places ?? {}, {}, mergePlace, (place) => placeAfter(place, stays));
  const practised = dates(entry.practised);
  const solved = dates(entry.solved);
  const merged: ExerciseEntry = {
    ...(Object.keys(places).length > 0 && { places }),
    ...(prediction && stays(prediction.at) && { prediction: stamped(prediction) }),
    ...(tried && stays(tried) && { tried }),
    ...(practised && { practised }),
    ...(solved && { solved }),
  };
  return Object.keys(merged).length ? merged : undefined;
}

function placeAfter(
  { attempt, draft, hints = {}, tried, solved }: PlaceEntry,
  stays: (at: Instant) => Instant | undefined,
): PlaceEntry | undefined {
  const keptHints = join(hints, {}, younger, stays);
  const place: PlaceEntry = {
    ...(attempt && stays(attempt.at) && { attempt: stamped(attempt) }),
    ...(draft && stays(draft.at) && { draft: stamped(draft) }),
    ...(Object.keys(keptHints).length > 0 && { hints: keptHints }),
    ...(tried && stays(tried) && { tried }),
    ...(solved && stays(solved) && { solved }),
  };
  return Object.keys(place).length ? place : undefined;
}

function mergeHandler(a: HandlerEntry, b: HandlerEntry): HandlerEntry {
  return {
    ...both('program', a.program, b.program, laterOf),
    ...both('tried', a.tried, b.tried, younger),
    ...both('solved', a.solved, b.solved, younger),
  };
}

function handlerAfter(
  { program, tried, solved }: HandlerEntry,
  stays: (at: Instant) => Instant | undefined,
): HandlerEntry | undefined {
  const entry: HandlerEntry = {
    ...(program && stays(program.at) && { program: stamped(program) }),
    ...(tried && stays(tried) && { tried }),
    ...(solved && stays(solved) && { solved }),
  };
  return Object.keys(entry).length ? entry : undefined;
}

function latestAnswers(answers: readonly Answer[]): Answer[] {
  const byKey = new Map(
    answers.map(({ at, correct, sure, variant, given, beliefs = [] }) => {
      const sorted = [...new Set(beliefs)].sort();
      const answer = { at, correct, sure, variant, given, ...(sorted.length > 0 && { beliefs: sorted }) };
      return [[at, correct, sure, variant, given, ...sorted].join('\n'), answer] as const;
    }),
  );
  const inOrder = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.slice(-historyLimit).map(([, answer]) => answer);
}

function latestPractice(answers: readonly PracticeAnswer[]): PracticeAnswer[] {
  const byKey = new Map(
    answers.map(({ at, level, seed, correct }) => [
      [at, level, seed, correct].join(' '),
      { at, level, seed, correct },
    ]),
  );
  const inOrder = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.slice(-practiceLimit).map(([, answer]) => answer);
}

function latest(dates: readonly Instant[]): Instant[] {
  return [...new Set(dates)].sort().slice(-historyLimit);
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length ? list : undefined;
}

function younger<T extends Instant | undefined>(a: T, b: T): T {
  return (a ?? '') >= (b ?? '') ? a : b;
}

function laterOf<T>(a: Stamped<T>, b: Stamped<T>): Stamped<T> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b;
}

function stamped<T>({ value, at }: Stamped<T>): Stamped<T> {
  return { value, at };
}

function after(at: Instant, reset: Instant | undefined): Instant | undefined {
  return at > (reset ?? '') ? at : undefined;
}

function stampedAfter<T>(value: Stamped<T>, reset: Instant | undefined): Stamped<T> | undefined {
  return value.at > (reset ?? '') ? stamped(value) : undefined;
}

function both<K extends string, T>(
  key: K,
  a: T | undefined,
  b: T | undefined,
  meet: (a: T, b: T) => T,
): { [key in K]?: T } {
  const value = a === undefined ? b : b === undefined ? a : meet(a, b);
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}

/** The union of two records in the order of their keys; `keep` may drop or reshape what came out. */
function join<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  meet: (a: T, b: T) => T,
  keep: (value: T, key: string) => T | undefined,
): Readonly<Record<string, T>> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const entries = keys.flatMap((key): [string, T][] => {
    const entry = entryOf(a, key);
    const other = entryOf(b, key);
    const met = entry === undefined ? other : other === undefined ? entry : meet(entry, other);
    const merged = met === undefined ? undefined : keep(met, key);
    return merged === undefined ? [] : [[key, merged]];
  });
  return Object.fromEntries(entries);
}
