/** Where a learner stands: the level of the next question, and how many were right in a row. */
import type { PracticeAnswer } from '@/lib/progress/progress';
import { type Level, levels } from './family';

/** So many right in a row at a level lead one level up, so many wrong in a row lead one down. */
export const upAfter = 3;
export const downAfter = 2;

export interface Standing {
  readonly level: Level;
  /** Right answers in a row, at whatever level. */
  readonly streak: number;
  /** How many more have to be right in a row to get up a level; undefined at the highest. */
  readonly toGo?: number;
}

/**
 * The standing after `answers`, oldest first. It follows from the last few alone, so a document that was cut or merged
 * gives the same: the level is that of the last question, one up or down where its level was left in a row.
 */
export function standingAfter(answers: readonly PracticeAnswer[]): Standing {
  const last = answers.at(-1);
  if (!last) return { level: 1, streak: 0, toGo: upAfter };
  const run = runOf(answers, ({ level, correct }) => level === last.level && correct === last.correct);
  const streak = runOf(answers, ({ correct }) => correct);
  const moved =
    last.level + (last.correct && run >= upAfter ? 1 : !last.correct && run >= downAfter ? -1 : 0);
  const level = levels.find((level) => level === moved) ?? last.level;
  const counted = level === last.level && last.correct ? run : 0;
  return { level, streak, ...(level < 3 && { toGo: upAfter - counted }) };
}

function runOf(answers: readonly PracticeAnswer[], holds: (answer: PracticeAnswer) => boolean): number {
  return answers.length - 1 - answers.findLastIndex((answer) => !holds(answer));
}
