import { Inline } from '@/components/ui/Inline';
import { departureChecks } from '@/lib/stacks/departure-checks';
import { departuresOf } from '@/lib/stacks/departures';
import type { StackRecord } from '@/lib/stacks/record';
import { DepartureRule } from './departure-rule';

/** What binds a server most comes first. */
const weights = { MUST: 0, 'MUST NOT': 0, SHOULD: 1, 'SHOULD NOT': 1, note: 2 };

/** Every check with the stacks that depart. */
export function DepartureTable({ records }: { readonly records: readonly StackRecord[] }) {
  const rows = departureChecks
    .map((check) => ({
      check,
      stacks: records.filter((record) => departuresOf(record).some(({ id }) => id === check.id)),
    }))
    .filter(({ stacks }) => stacks.length)
    .sort(
      (first, other) =>
        weights[first.check.level] - weights[other.check.level] || other.stacks.length - first.stacks.length,
    );
  return (
    <ul className="grid gap-6">
      {rows.map(({ check, stacks }) => (
        <li key={check.id} className="border-line border-t pt-4">
          <h3 className="font-semibold text-lg leading-snug">
            <Inline text={check.title} />
          </h3>
          <DepartureRule {...check} />
          <p className="mt-1 max-w-[70ch] text-soft">
            <Inline text={check.says} />
          </p>
          <p className="mt-2 text-sm">
            {stacks.length === 1 ? '1 stack: ' : `${stacks.length} stacks: `}
            {stacks.map(({ name, title }, index) => (
              <span key={name}>
                {index ? ' · ' : ''}
                <a href={`/stacks/${name}#departures`} className="link">
                  {title}
                </a>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
