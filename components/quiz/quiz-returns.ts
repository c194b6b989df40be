import type { Progress } from '@/lib/progress/progress';
import { schedule } from '@/lib/progress/schedule';

/** When the first of `items` is due in the review, in a sentence; an empty text where none of them comes back. */
export function whenReturned(progress: Progress, items: readonly string[]): string {
  const [soonest] = schedule(progress).filter(({ id }) => items.includes(id));
  if (!soonest) return '';
  const days = Math.max(0, Math.ceil((Date.parse(soonest.due) - Date.now()) / 86_400_000));
  const when = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day');
  return items.length === 1
    ? `The question that you missed is worth another look ${when}.`
    : `The ${items.length} questions that you missed are worth another look, the first of them ${when}.`;
}
