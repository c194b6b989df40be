/** How much is due today and on the days to come. */
import { dayAfter, dayOf } from './days';
import type { Instant } from './progress';
import type { Due } from './schedule';

/** True from the day on which it is due: nobody waits for an hour of the day. */
export function isDue({ due }: Pick<Due, 'due'>, now: Instant): boolean {
  return dayOf(due) <= dayOf(now);
}

export interface DayForecast {
  /** Such as 2026-03-02. */
  readonly day: string;
  readonly count: number;
}

/** How many of `dues` fall on each of the next `days` days; today has also what is overdue. */
export function forecast(dues: readonly Due[], now: Instant, days = 14): readonly DayForecast[] {
  return Array.from({ length: days }, (_, index) => {
    const day = dayAfter(now, index);
    const falls = (due: Due) => (index === 0 ? isDue(due, now) : dayOf(due.due) === day);
    return { day, count: dues.filter(falls).length };
  });
}
