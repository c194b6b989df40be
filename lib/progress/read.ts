/**
 * Reads a stored or imported document without trusting it, and says what is wrong in words. By hand, since each lesson loads
 * it: of gzip it is 1.8 kB, with valibot 1.5 it was 3.3 kB and with zod/mini 9.1 kB, and some lessons are 1.2 kB below their budget.
 */
import type { Draft } from '@/lib/http-auth/draft';
import { lastInstant, withoutLate } from './future-dates';
import { mergeProgress } from './merge';
import {
  type Answer,
  type ExerciseEntry,
  emptyProgress,
  type HandlerEntry,
  type Instant,
  longestProgram,
  type PlaceEntry,
  type PracticeAnswer,
  type Prediction,
  type Progress,
  progressVersion,
  type Stamped,
  sandboxPlace,
  sureness,
} from './progress';

export type Reading =
  | {
      readonly ok: true;
      readonly progress: Progress;
      /** How many dates or entries were left out, since they lie in the future. Missing where there were none. */
      readonly late?: number;
    }
  | { readonly ok: false; readonly reason: string; readonly newer: boolean };

const longestFile = 4_000_000;

/**
 * The document in `text` without what is dated after `last`, or the reason why it is refused. `newer`: a later Doorman
 * wrote it.
 */
export function readProgress(text: string, last: Instant = lastInstant): Reading {
  if (text.length > longestFile) return refusal('The file is larger than any progress file can be.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refusal('The file is damaged: it is not JSON.');
  }
  if (!isObject(json) || typeof json.version !== 'number') {
    return refusal('This is not a progress file: it has no version.');
  }
  if (json.version > progressVersion) {
    return {
      ok: false,
      newer: true,
      reason: `It was written by a newer Doorman (version ${json.version}, this one knows ${progressVersion}). Update this one, then try again.`,
    };
  }
  try {
    const pruned = withoutLate(json, last);
    const progress = mergeProgress(documentOf(json.version)(pruned.json, ''), emptyProgress);
    return { ok: true, progress, ...(pruned.late > 0 && { late: pruned.late }) };
  } catch (error) {
    if (error instanceof Damage) return refusal(`The file is damaged at ${error.message}.`);
    throw error;
  }
}

function refusal(reason: string): Reading {
  return { ok: false, newer: false, reason };
}

class Damage extends Error {}

type Shape<T> = (value: unknown, where: string) => T;

function damage(where: string, expected: string): never {
  throw new Damage(`“${where.replace(/^\./, '').slice(0, 120)}”: ${expected} is wanted there`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function when<T>(expected: string, holds: (value: unknown) => value is T): Shape<T> {
  return (value, where) => (holds(value) ? value : damage(where, expected));
}

function text(longest: number): Shape<string> {
  return when(
    `text of at most ${longest} characters`,
    (value): value is string => typeof value === 'string' && value.length <= longest,
  );
}

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const instant: Shape<Instant> = when(
  'a date like 2026-01-31T09:00:00.000Z',
  (value): value is Instant =>
    typeof value === 'string' && instantForm.test(value) && !Number.isNaN(Date.parse(value)),
);
const flag: Shape<boolean> = when('true or false', (value) => typeof value === 'boolean');
const count: Shape<number> = when(
  'a whole number',
  (value): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000,
);
/** Every earlier version is read as this one: what it did not know is left out. */
const version: Shape<typeof progressVersion> = (value, where) =>
  Number.isInteger(value) && (value as number) >= 1
    ? progressVersion
    : damage(where, `a version from 1 to ${progressVersion}`);
const sure = when('guess, fairly or sure', (value): value is Answer['sure'] =>
  sureness.some((level) => level === value),
);
const expected: Shape<number | null> = (value, where) => (value === null ? null : count(value, where));

function list<T>(shape: Shape<T>, longest: number): Shape<T[]> {
  return (value, where) => {
    if (!Array.isArray(value) || value.length > longest) damage(where, `a list of at most ${longest}`);
    return (value as unknown[]).map((element, index) => shape(element, `${where}[${index}]`));
  };
}

const name = /^[a-z0-9][a-z0-9-]{0,79}$/;

function record<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value, where) => {
    if (!isObject(value)) return damage(where, 'an object');
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (!name.test(key)) damage(`${where}.${key}`, 'a name of small letters, digits and hyphens');
        return [key, shape(member, `${where}.${key}`)];
      }),
    );
  };
}

/** An object with exactly these members; those named in `optional` may be missing. */
function object<T>(shapes: { [K in keyof Required<T>]: Shape<T[K]> }, optional: (keyof T)[] = []): Shape<T> {
  return (value, where) => {
    if (!isObject(value)) return damage(where, 'an object');
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(shapes, key)) damage(`${where}.${key}`, 'nothing');
    }
    const members = (Object.keys(shapes) as (keyof T & string)[]).flatMap((key) => {
      if (!Object.hasOwn(value, key) && optional.includes(key)) return [];
      return [[key, shapes[key](value[key], `${where}.${key}`)] as const];
    });
    return Object.fromEntries(members) as T;
  };
}

function stamped<T>(value: Shape<T>): Shape<Stamped<T>> {
  return object<Stamped<T>>({ value, at: instant });
}

const field: Shape<readonly [string, string]> = (value, where) => {
  const [id, content] = list(text(16_384), 2)(value, where);
  return id === undefined || content === undefined ? damage(where, 'a name and a value') : [id, content];
};

const draft = object<Draft>(
  { method: text(64), path: text(16_384), fields: list(field, 200), body: text(65_536) as Shape<string> },
  ['body'],
);

const ofAttempt = { attempt: stamped(text(64)), draft: stamped(draft), hints: record(instant) };
const ofExercise = {
  prediction: stamped(object<Prediction>({ expected, came: count }, ['came'])),
  tried: instant,
  practised: list(instant, 1000),
  solved: list(instant, 1000),
};

const exercise = object<ExerciseEntry>(
  {
    places: record(
      object<PlaceEntry>({ ...ofAttempt, tried: instant, solved: instant }, [
        'attempt',
        'draft',
        'hints',
        'tried',
        'solved',
      ]),
    ),
    ...ofExercise,
  },
  ['places', 'prediction', 'tried', 'practised', 'solved'],
);

/** An exercise of version 1 or 2, which had one attempt wherever it was shown. */
type EarlierEntry = Omit<ExerciseEntry, 'places'> & Pick<PlaceEntry, 'attempt' | 'draft' | 'hints'>;

const earlierExercise = object<EarlierEntry>({ ...ofAttempt, ...ofExercise }, [
  'attempt',
  'draft',
  'hints',
  'prediction',
  'tried',
  'practised',
  'solved',
]);

const broughtUp: Shape<ExerciseEntry> = (value, where) => {
  const { attempt, draft, hints, ...rest } = earlierExercise(value, where);
  const solved = [...(rest.solved ?? []), ...(rest.practised ?? [])].sort().at(-1);
  const place: PlaceEntry = {
    ...(attempt && { attempt }),
    ...(draft && { draft }),
    ...(hints && { hints }),
    ...(rest.tried && { tried: rest.tried }),
    ...(solved && { solved }),
  };
  return { ...rest, places: { [sandboxPlace]: place } };
};

const belief: Shape<string> = when(
  'a name of small letters, digits and hyphens',
  (value): value is string => typeof value === 'string' && name.test(value),
);

const answer = object<Answer>(
  {
    at: instant,
    correct: flag,
    sure,
    variant: count,
    given: text(500),
    beliefs: list(belief, 10) as Shape<readonly string[]>,
  },
  ['beliefs'],
);

const practised = object<PracticeAnswer>({
  at: instant,
  level: when('1, 2 or 3', (value): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3),
  seed: when(
    'small letters and digits, 16 at most',
    (value): value is string => typeof value === 'string' && /^[a-z0-9]{1,16}$/.test(value),
  ),
  correct: flag,
});

/** The parts of a document that all versions have, in the order in which a fault is named. */
const head = {
  version,
  resets: object<Progress['resets']>({ all: instant, lifted: instant, exercises: record(instant) }, [
    'all',
    'lifted',
  ]),
};
const parts = {
  rounds: record(instant),
  predictions: record(stamped(text(500))),
  answers: record(list(answer, 1000)),
  practice: list(practised, 1000) as Shape<readonly PracticeAnswer[]>,
};

const handler = object<HandlerEntry>(
  { program: stamped(text(longestProgram)), tried: instant, solved: instant },
  ['program', 'tried', 'solved'],
);

const document = object<Progress>(
  { ...head, ...parts, exercises: record(exercise), handlers: record(handler) },
  ['practice', 'handlers'],
);

/** Of version 1 or 2, which also said when each lesson was scrolled to its end. */
const earlierDocument = object<Progress & { lessons: Record<string, Instant> }>(
  {
    ...head,
    lessons: record(instant),
    ...parts,
    exercises: record(broughtUp),
    handlers: record(handler),
  },
  ['practice', 'handlers'],
);

const documentOf = (written: number): Shape<Progress> =>
  written < 3
    ? (value, where) => {
        const { lessons: _, ...rest } = earlierDocument(value, where);
        return rest;
      }
    : document;
