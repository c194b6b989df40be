/** Which day something is due on. */
import { dayOf } from './days';
import type { Instant } from './progress';
import type { Due } from './schedule';

/** True from the day on which it is due: nobody waits for an hour of the day. */
export function isDue({ due }: Pick<Due, 'due'>, now: Instant): boolean {
  return dayOf(due) <= dayOf(now);
}
