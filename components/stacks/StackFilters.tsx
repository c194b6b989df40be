'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useQuery } from '@/components/ui/use-query';

interface StackFiltersProps {
  readonly languages: readonly string[];
  readonly questions: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  readonly departures: readonly { readonly id: string; readonly title: string }[];
  /** The table, which the server has made. */
  readonly children: ReactNode;
}

const empty = { language: '', question: '', departure: '' };
type Filters = typeof empty;

function read(query: string): Filters {
  const values = new URLSearchParams(query);
  return {
    language: values.get('language') ?? '',
    question: values.get('question') ?? '',
    departure: values.get('departure') ?? '',
  };
}

function write(filters: Filters): string {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  return chosen.length ? `?${new URLSearchParams(chosen)}` : '';
}

/** Chooses rows and columns of the table by what stands in their attributes; the address takes up what is chosen. */
export function StackFilters({ languages, questions, departures, children }: StackFiltersProps) {
  const [filters, change] = useQuery(read, write);
  const table = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<number>();
  const id = useId();

  useEffect(() => {
    if (table.current) setShown(apply(table.current, filters));
  }, [filters]);

  const menus = [
    ['question', 'Question', 'Every question', questions.map((one) => [one.id, one.title])],
    ['language', 'Language', 'Every language', languages.map((one) => [one, one])],
    ['departure', 'Departure', 'With or without', departures.map((one) => [one.id, one.title])],
  ] as const;
  const asked = questions.find((one) => one.id === filters.question);
  return (
    <>
      <search className="block noscript:hidden">
        <form
          aria-label="Choose stacks and questions"
          onSubmit={(event) => event.preventDefault()}
          className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3"
        >
          {menus.map(([name, label, all, options]) => (
            <div key={name} className="min-w-0 max-sm:first:col-span-full">
              <label htmlFor={`${id}-${name}`} className="mb-1 block text-sm text-soft">
                {label}
              </label>
              <select
                id={`${id}-${name}`}
                value={options.some(([value]) => value === filters[name]) ? filters[name] : ''}
                onChange={({ target }) => change({ [name]: target.value })}
                className="min-h-10 w-full rounded-lg border border-control bg-raised px-2.5 py-1.5"
              >
                <option value="">{all}</option>
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
      <p role="status" className="mt-3 mb-4 min-h-6 text-soft text-sm">
        {shown === undefined ? '' : `${shown === 1 ? '1 stack' : `${shown} stacks`}. `}
        {asked?.about.replaceAll('`', '') ?? ''}
        <span className="md:hidden">{asked ? '' : 'A small screen shows one question: nothing sent.'}</span>
      </p>
      <div ref={table}>{children}</div>
    </>
  );
}

/** Hides what is not chosen, marks the answers that show a departure, and counts the rows that are left. */
function apply(table: HTMLElement, { language, question, departure }: Filters): number {
  const known =
    question !== '' && table.querySelector(`th[data-question="${CSS.escape(question)}"]`) !== null;
  for (const cell of table.querySelectorAll<HTMLElement>('[data-question]')) {
    const isChosen = cell.dataset.question === question;
    cell.hidden = known && !isChosen;
    cell.toggleAttribute('data-chosen', isChosen);
    cell.toggleAttribute(
      'data-marked',
      departure !== '' && (cell.dataset.departures ?? '').split(' ').includes(departure),
    );
  }
  let shown = 0;
  for (const row of table.querySelectorAll<HTMLElement>('tbody tr')) {
    const departs = (row.dataset.departures ?? '').split(' ');
    row.hidden =
      (language !== '' && row.dataset.language !== language) ||
      (departure !== '' && !departs.includes(departure)) ||
      // A question that makes no sense for a stack tells nothing of it.
      row.querySelector('td[data-chosen] [data-none]') !== null;
    if (!row.hidden) shown += 1;
  }
  return shown;
}
