/** Days as the schedule counts them: in UTC, so that all devices of a learner agree. */
import type { Answer, Instant } from './progress';

/** The day of an instant, such as 2026-03-02. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** The day `days` days after that of `instant`. */
export function dayAfter(instant: Instant, days: number): string {
  const day = new Date(`${dayOf(instant)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return dayOf(day.toISOString());
}

/** The first answer of each day, oldest first: what is right just after its explanation is not yet remembered. */
export function firstOfEachDay(answers: readonly Answer[]): readonly Answer[] {
  const inTime = [...answers].sort((a, b) => (a.at < b.at ? -1 : 1));
  return inTime.filter(({ at }, index) => dayOf(at) !== dayOf(inTime[index - 1]?.at ?? ''));
}
