import { Inline } from '@/components/ui/Inline';
import type { Departure } from '@/lib/stacks/departures';
import { DepartureRule } from '../departure-rule';
import { QuestionLink } from './question-link';

/** What departs, from which section, and which answers show it. */
export function StackDepartures({ departures }: { readonly departures: readonly Departure[] }) {
  if (!departures.length) return <p>None was found in these answers.</p>;
  const sorted = [...departures].sort(
    (first, other) => Number(first.level === 'note') - Number(other.level === 'note'),
  );
  return (
    <ul className="grid gap-6">
      {sorted.map((departure) => (
        <li key={departure.id}>
          <h3 className="font-semibold">
            <Inline text={departure.title} />
          </h3>
          <DepartureRule {...departure} />
          <p className="mt-1 max-w-[68ch] text-soft">
            <Inline text={departure.says} />
            {departure.byProgram ? ' Here our small program chose the response, and not the stack.' : ''}
          </p>
          <p className="mt-1 text-sm">
            {departure.questions.map((id, index) => (
              <span key={id}>
                {index ? ' · ' : ''}
                <QuestionLink id={id} />
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
