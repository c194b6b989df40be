import type { DayPlan } from '@/lib/progress/plan';
import { amount, dayName } from './amounts';

interface ForecastProps {
  readonly days: readonly DayPlan[];
  /** How much waits behind the last of these days. */
  readonly over: number;
}

/** A column for each day, with its number above and its date below; a screen reader hears a sentence for each. */
export function Forecast({ days, over }: ForecastProps) {
  const counts = days.map(({ day, dues }) => ({ day, count: dues.length }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <>
      <ol className="flex max-w-[44rem] items-end gap-1 sm:gap-2">
        {counts.map(({ day, count }, index) => (
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
      {over ? (
        <p className="mt-4 text-soft">{amount(over, 'more waits', 'more wait')} for the days after these.</p>
      ) : null}
    </>
  );
}
