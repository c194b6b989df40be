import type { DayForecast } from '@/lib/progress/forecast';
import { amount, dayName } from './amounts';

/** A column for each day, with its number above and its date below; a screen reader hears a sentence for each. */
export function Forecast({ days }: { readonly days: readonly DayForecast[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <ol className="flex max-w-[44rem] items-end gap-1 sm:gap-2">
      {days.map(({ day, count }, index) => (
        <li key={day} className="min-w-0 flex-1 text-center font-mono text-xs">
          <span className="sr-only">
            {index === 0 ? 'Today' : dayName(day)}:{' '}
            {count ? amount(count, 'comes back', 'come back') : 'nothing'}
          </span>
          <span aria-hidden="true" className={count ? 'text-ink' : 'text-faint'}>
            {count || '·'}
          </span>
          <span
            aria-hidden="true"
            className="mt-1 block rounded-t-sm border-b-2 border-line-strong bg-brand forced-colors:bg-[Highlight]"
            style={{ height: `${(count / most) * 6 + 0.125}rem` }}
          />
          <span
            aria-hidden="true"
            className={`mt-1 block ${index === 0 ? 'font-semibold text-ink' : 'text-soft'}`}
          >
            {Number(day.slice(8))}
          </span>
        </li>
      ))}
    </ol>
  );
}
