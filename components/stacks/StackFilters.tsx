'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useQuery } from '@/components/ui/use-query';
import { applyFilters, type StackFilter } from './apply-filters';

type Options = readonly (readonly [value: string, label: string])[];

interface StackFiltersProps {
  readonly languages: readonly string[];
  readonly questions: readonly { readonly id: string; readonly title: string; readonly about: string }[];
  readonly departures: readonly { readonly id: string; readonly title: string }[];
  /** The table, which the server has made. */
  readonly children: ReactNode;
}

function read(query: string): StackFilter {
  const values = new URLSearchParams(query);
  const value = (name: string) => values.get(name) ?? '';
  return { question: value('question'), language: value('language'), departure: value('departure') };
}

function write(filter: StackFilter): string {
  const chosen = Object.entries(filter).filter(([, value]) => value);
  return chosen.length ? `?${new URLSearchParams(chosen)}` : '';
}

/** Chooses rows and columns of the table by what stands in their attributes; the address takes up what is chosen. */
export function StackFilters({ languages, questions, departures, children }: StackFiltersProps) {
  const [filter, change] = useQuery(read, write);
  const table = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<number>();
  const options: Readonly<Record<keyof StackFilter, Options>> = {
    question: questions.map(({ id, title }) => [id, title]),
    language: languages.map((language) => [language, language]),
    departure: departures.map(({ id, title }) => [id, title]),
  };
  // An address may name what is not there.
  const valid = (name: keyof StackFilter) =>
    options[name].some(([value]) => value === filter[name]) ? filter[name] : '';
  const [question, language, departure] = [valid('question'), valid('language'), valid('departure')];

  useEffect(() => {
    if (table.current) setShown(applyFilters(table.current, { question, language, departure }));
  }, [question, language, departure]);

  const asked = questions.find(({ id }) => id === question);
  const menu = (name: keyof StackFilter, label: string, all: string, value: string) => (
    <Menu
      label={label}
      all={all}
      value={value}
      options={options[name]}
      choose={(chosen) => change({ [name]: chosen })}
    />
  );
  return (
    <>
      <search className="block noscript:hidden">
        <form
          aria-label="Choose stacks and questions"
          onSubmit={(event) => event.preventDefault()}
          className="grid items-end gap-3 sm:grid-cols-3"
        >
          {menu('question', 'Question', 'Every question', question)}
          {menu('language', 'Language', 'Every language', language)}
          {menu('departure', 'Departure', 'With or without', departure)}
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

interface MenuProps {
  readonly label: string;
  /** What the first entry is called, which chooses nothing. */
  readonly all: string;
  readonly value: string;
  readonly options: Options;
  readonly choose: (value: string) => void;
}

function Menu({ label, all, value, options, choose }: MenuProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => choose(target.value)}
        className="min-h-10 w-full rounded-lg border border-control bg-raised px-2.5 py-1.5"
      >
        <option value="">{all}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
