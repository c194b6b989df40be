/** Each thing a learner does, as a small document of its own that is merged into the whole. */
import type { Draft } from '@/lib/http-auth/draft';
import {
  type Answer,
  type ExerciseEntry,
  emptyProgress,
  exerciseOf,
  type Instant,
  type PlaceEntry,
  type PracticeAnswer,
  type Prediction,
  type Progress,
  solutionTier,
} from './progress';

const longestDraft = 16_384;
const longestAnswer = 500;

/** The same attempt again changes nothing, so that a reload keeps its draft and hints. */
export function attempted(
  progress: Progress,
  slug: string,
  place: string,
  attempt: string,
  at: Instant,
): Progress {
  const isCurrent = exerciseOf(progress, slug, place).attempt === attempt;
  return isCurrent ? emptyProgress : exerciseIn(slug, place, { attempt: { value: attempt, at } });
}

/** Solving counts once for each attempt, and as practice where the worked solution was open. */
export function exchanged(
  progress: Progress,
  slug: string,
  place: string,
  { solved }: { status: number; solved: boolean },
  at: Instant,
): Progress {
  const tried = { places: { [place]: { tried: at } }, tried: at };
  if (!solved) return exercise(slug, tried);
  const { attempt, isSolved, hints } = exerciseOf(progress, slug, place);
  if (attempt && isSolved) return exercise(slug, tried);
  return exercise(slug, {
    places: { [place]: { tried: at, solved: at } },
    tried: at,
    ...(hints.includes(solutionTier) ? { practised: [at] } : { solved: [at] }),
  });
}

export function predicted(slug: string, { expected, came }: Prediction, at: Instant): Progress {
  const value = came === undefined ? { expected } : { expected, came };
  return exercise(slug, { prediction: { value, at } });
}

export function helped(slug: string, place: string, tier: number, at: Instant): Progress {
  return exerciseIn(slug, place, { hints: { [String(tier)]: at } });
}

/** A draft that is too long to keep changes nothing. */
export function drafted(
  slug: string,
  place: string,
  { method, path, fields, body }: Draft,
  at: Instant,
): Progress {
  const value: Draft = {
    method,
    path,
    fields: fields.map(([name, text]) => [name, text] as const),
    ...(body !== undefined && { body }),
  };
  if (JSON.stringify(value).length > longestDraft) return emptyProgress;
  return exerciseIn(slug, place, { draft: { value, at } });
}

export function resetExerciseAt(slug: string, at: Instant): Progress {
  return { ...emptyProgress, resets: { exercises: { [slug]: at } } };
}

export function resetAllAt(at: Instant): Progress {
  return { ...emptyProgress, resets: { all: at, exercises: {} } };
}

/** A file that was brought in on purpose: nothing in it, and nothing that is here, counts as reset any more. */
export function imported(file: Progress, at: Instant): Progress {
  return { ...file, resets: { lifted: at, exercises: {} } };
}

export function roundStarted(lesson: string, at: Instant): Progress {
  return { ...emptyProgress, rounds: { [lesson]: at } };
}

export function predictedInText(id: string, choice: string, at: Instant): Progress {
  return { ...emptyProgress, predictions: { [id]: { value: choice.slice(0, longestAnswer), at } } };
}

export function answered(item: string, answer: Omit<Answer, 'at'>, at: Instant): Progress {
  const { correct, sure, variant, given, beliefs } = answer;
  const stored: Answer = {
    at,
    correct,
    sure,
    variant,
    given: given.slice(0, longestAnswer),
    ...(beliefs && { beliefs }),
  };
  return { ...emptyProgress, answers: { [item]: [stored] } };
}

/** A situation counts once, however often its address is opened. */
export function practised(
  progress: Progress,
  { level, seed, correct }: Omit<PracticeAnswer, 'at'>,
  at: Instant,
): Progress {
  const isKnown = progress.practice?.some((answer) => answer.level === level && answer.seed === seed);
  return isKnown ? emptyProgress : { ...emptyProgress, practice: [{ at, level, seed, correct }] };
}

function exerciseIn(slug: string, place: string, entry: PlaceEntry): Progress {
  return exercise(slug, { places: { [place]: entry } });
}

function exercise(slug: string, entry: ExerciseEntry): Progress {
  return { ...emptyProgress, exercises: { [slug]: entry } };
}
