import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** What there is to know, by name; facts without a value are left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="mt-3 grid gap-x-5 gap-y-1.5 text-[0.9375rem] sm:grid-cols-[7.5rem_minmax(0,1fr)]">
      {facts
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint max-sm:mt-1.5">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
