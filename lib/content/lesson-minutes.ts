/** How long a lesson takes, computed from what there is to read and to do. */
import { loadExercise } from '@/lib/exercises';
import type { Lesson } from './lesson';
import { lessonText, loadQuiz } from './lessons';
import { readingOf } from './readability';
import { sequenceWords } from './sequences';

const wordsPerMinute = 190;
const secondsPerPrediction = 20;
const minutesGuided = 3;
const minutesIndependent = 4;
/** A question with its feedback. */
const secondsPerQuestion = 35;

/** What a lesson consists of, as far as it takes time. */
export interface LessonParts {
  readonly words: number;
  readonly predictions: number;
  /** The minutes that each exercise declares, in order; undefined where it declares none. */
  readonly exercises: readonly (number | undefined)[];
  readonly questions: number;
}

/** The parts of a lesson. Throws a `ContentError` where the text or the quiz is missing or wrong. */
export async function lessonParts({ folder, slug, exercises }: Lesson): Promise<LessonParts> {
  const text = lessonText(folder);
  const declared = exercises.map(async (name) => (await loadExercise(name))?.minutes);
  return {
    words: readingOf(text).words + sequenceWords(text),
    predictions: text.match(/<Predict\s/g)?.length ?? 0,
    exercises: await Promise.all(declared),
    questions: loadQuiz(slug).length,
  };
}

/** Whole minutes. The first exercise of a lesson is guided, the others are independent. */
export function minutesFor({ words, predictions, exercises, questions }: LessonParts): number {
  const exerciseMinutes = exercises.map(
    (declared, index) => declared ?? (index === 0 ? minutesGuided : minutesIndependent),
  );
  return Math.round(
    words / wordsPerMinute +
      (predictions * secondsPerPrediction) / 60 +
      exerciseMinutes.reduce((sum, minutes) => sum + minutes, 0) +
      (questions * secondsPerQuestion) / 60,
  );
}

/** True where an exercise of the lesson is an exam, which takes the time that its tasks need. */
export async function isExam({ exercises }: Lesson): Promise<boolean> {
  const loaded = await Promise.all(exercises.map(loadExercise));
  return loaded.some((exercise) => exercise?.exam === true);
}

/** The whole minutes that `lesson` takes. */
export async function lessonMinutes(lesson: Lesson): Promise<number> {
  return minutesFor(await lessonParts(lesson));
}
