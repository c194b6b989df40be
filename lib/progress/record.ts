/** What the pages of this browser tell the progress document, and what they may ask it. */
import type { Draft } from '@/lib/http-auth/draft';
import {
  answered,
  attempted,
  drafted,
  exchanged,
  helped,
  practised,
  predicted,
  predictedInText,
  resetAllAt,
  resetExerciseAt,
  roundStarted,
} from './changes';
import {
  type Answer,
  type ExerciseProgress,
  exerciseOf,
  type PracticeAnswer,
  type Prediction,
  progressEvent,
} from './progress';
import { openStore } from './store';

/** The one store of this page. Nothing touches `localStorage` before the first call. */
export const store = openStore({
  area: () => globalThis.localStorage,
  clock: () => new Date(),
  onStorage: (listener) => globalThis.addEventListener?.('storage', listener),
});

store.subscribe(() => globalThis.dispatchEvent?.(new Event(progressEvent)));

/** The learner begins an attempt at an exercise in one place; drafts and hints of an earlier one there no longer show. */
export function recordAttempt(slug: string, place: string, attempt: string): void {
  store.change((progress, at) => attempted(progress, slug, place, attempt, at));
}

/** An exchange reached this attempt. Solved after the worked solution was shown, it counts as practised. */
export function recordExchange(
  slug: string,
  place: string,
  exchange: { status: number; solved: boolean },
): void {
  store.change((progress, at) => exchanged(progress, slug, place, exchange, at));
}

/** What the learner expected of the request that is sent (null: just sent), and once known, what came. */
export function recordPrediction(slug: string, prediction: Prediction): void {
  store.change((_, at) => predicted(slug, prediction, at));
}

/** A tier of help (1 to 4) was opened. */
export function recordHint(slug: string, place: string, tier: number): void {
  store.change((_, at) => helped(slug, place, tier, at));
}

/** Keeps the request that is being edited. Call it debounced; a draft above 16 KiB is not kept. */
export function saveDraft(slug: string, place: string, draft: Draft): void {
  store.change((_, at) => drafted(slug, place, draft, at));
}

/** One exercise as it stands now, outside of React; empty where nothing is known. Only in the browser. */
export function exerciseProgress(slug: string, place?: string): ExerciseProgress {
  return exerciseOf(store.snapshot(), slug, place);
}

/** Forgets everything about one exercise, in every tab. A file that is imported later may bring it back. */
export function resetExercise(slug: string): void {
  store.change((_, at) => resetExerciseAt(slug, at));
}

/** A prediction inside the text of a lesson. */
export function recordTextPrediction(id: string, choice: string): void {
  store.change((_, at) => predictedInText(id, choice, at));
}

/** One answer to one quiz item. */
export function recordAnswer(item: string, answer: Omit<Answer, 'at'>): void {
  store.change((_, at) => answered(item, answer, at));
}

/** One answer in the endless practice. */
export function recordPractice(answer: Omit<PracticeAnswer, 'at'>): void {
  store.change((progress, at) => practised(progress, answer, at));
}

/** The latest answers in the practice, oldest first, outside of React. Only in the browser. */
export function practiceAnswers(): readonly PracticeAnswer[] {
  return store.snapshot().practice ?? [];
}

/** A new round of a lesson's quiz: earlier answers stay in the history, but no longer show. */
export function startRound(lesson: string): void {
  store.change((_, at) => roundStarted(lesson, at));
}

/** Forgets everything, in every tab. A file that is imported later may bring it back. */
export function resetProgress(): void {
  store.change((_, at) => resetAllAt(at));
}
