/** What is due, spread over days: no day has more than five minutes hold. */
import { dayAfter, dayOf } from './days';
import type { Instant, Progress } from './progress';
import type { Due } from './schedule';
import { inTurn, questionsADay, questionsAnExercise, reviewedToday } from './session';

export interface DayPlan {
  /** Such as 2026-03-02. */
  readonly day: string;
  readonly dues: readonly Due[];
}

export interface Plan {
  /** Today and the days after it. */
  readonly days: readonly DayPlan[];
  /** How much is due within these days and finds no room in them. */
  readonly over: number;
}

/**
 * Gives each of the next `count` days what takes its turn there. What came back today already takes room of today.
 * An exercise that no longer fits into a day lets the questions behind it pass, and takes its turn on the next day.
 * A second exercise comes on the same day only where no question is left, so that no question waits for exercises.
 */
export function planDays(progress: Progress, dues: readonly Due[], now: Instant, count = 14): Plan {
  const done = reviewedToday(progress, now);
  let waiting = inTurn(progress, dues);
  const days = Array.from({ length: count }, (_, index): DayPlan => {
    const day = dayAfter(now, index);
    const spent = index === 0 ? done.questions + done.exercises * questionsAnExercise : 0;
    let room = questionsADay - spent;
    let exercises = index === 0 ? done.exercises : 0;
    const take = (mostExercises: number) => {
      const [chosen, left] = split(waiting, (due) => {
        const isExercise = due.kind === 'exercise';
        const length = isExercise ? questionsAnExercise : 1;
        if (dayOf(due.due) > day || length > room || (isExercise && exercises >= mostExercises)) return false;
        room -= length;
        if (isExercise) exercises++;
        return true;
      });
      waiting = left;
      return chosen;
    };
    return { day, dues: [...take(1), ...take(Number.POSITIVE_INFINITY)] };
  });
  const last = days.at(-1)?.day ?? '';
  return { days, over: waiting.filter(({ due }) => dayOf(due) <= last).length };
}

function split<T>(list: readonly T[], test: (element: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const element of list) (test(element) ? yes : no).push(element);
  return [yes, no];
}
