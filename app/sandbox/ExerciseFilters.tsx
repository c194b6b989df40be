import { Search } from 'lucide';
import { useEffect, useId, useState } from 'react';
import { Icon } from '@/components/ui/Icon';
import { levels, states, type Wish } from './exercise-entry';

interface ExerciseFiltersProps {
  readonly wish: Wish;
  readonly change: (some: Partial<Wish>) => void;
  readonly schemes: readonly { readonly scheme: string; readonly title: string }[];
  readonly statuses: readonly number[];
}

type Options = readonly (readonly [value: string, label: string])[];

/** What to look for among the exercises, in native controls; the address takes it up as it is chosen. */
export function ExerciseFilters({ wish, change, schemes, statuses }: ExerciseFiltersProps) {
  const [typed, setTyped] = useState<string>();
  const id = useId();

  // Browsers limit how often an address may change, so it waits until nobody types.
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => {
      change({ q: typed });
      setTyped(undefined);
    }, 200);
    return () => clearTimeout(timer);
  }, [typed, change]);

  const menus: readonly (readonly [name: keyof Wish, label: string, options: Options])[] = [
    ['scheme', 'Scheme', schemes.map(({ scheme, title }) => [scheme, title])],
    ['status', 'First answer', statuses.map((status) => [String(status), String(status)])],
    ['level', 'Difficulty', Object.entries(levels)],
    ['state', 'My progress', Object.entries(states)],
  ];
  const box = 'min-h-10 w-full rounded-lg border border-control bg-raised py-1.5';

  return (
    <search className="block noscript:hidden">
      <form
        aria-label="Find an exercise"
        onSubmit={(event) => event.preventDefault()}
        className="grid grid-cols-2 items-end gap-x-3 gap-y-3 md:grid-cols-4 lg:grid-cols-[minmax(12rem,2fr)_repeat(4,minmax(0,1fr))]"
      >
        <div className="relative col-span-full lg:col-span-1">
          <label htmlFor={`${id}-q`} className="mb-1 block text-sm text-soft">
            Words to look for
          </label>
          <Icon
            of={Search}
            className="pointer-events-none absolute bottom-3 left-3 size-4 text-faint"
            aria-hidden="true"
          />
          <input
            id={`${id}-q`}
            type="search"
            value={typed ?? wish.q}
            onChange={({ target }) => setTyped(target.value)}
            placeholder="cookie, audience, nonce …"
            className={`${box} pr-3 pl-9 placeholder:text-faint`}
          />
        </div>
        {menus.map(([name, label, options]) => (
          <div key={name} className="min-w-0">
            <label htmlFor={`${id}-${name}`} className="mb-1 block text-sm text-soft">
              {label}
            </label>
            <select
              id={`${id}-${name}`}
              value={options.some(([value]) => value === wish[name]) ? wish[name] : ''}
              onChange={({ target }) => change({ [name]: target.value })}
              className={`${box} px-2.5 first-letter:uppercase`}
            >
              <option value="">Anything</option>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      </form>
    </search>
  );
}
