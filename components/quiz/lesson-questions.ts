/** The questions of a lesson as data: made at build, fetched by the component that asks them. */
import { fetchJson } from '@/components/ui/fetch-json';
import type { MessageFigure } from '@/lib/draft/wire-lines';
import type { Item } from '@/lib/quiz/question';

export interface LessonQuestions {
  readonly items: readonly Item[];
  /** What each question shows, by item and version: `first-401-invitation/0`. */
  readonly figures: Readonly<Record<string, MessageFigure>>;
}

/** The questions of a lesson. Throws with a sentence for the learner where they do not come. */
export function fetchQuestions(lesson: string): Promise<LessonQuestions> {
  return fetchJson(`/review/items/${lesson}`);
}
