'use client';
import { Search } from 'lucide-react';
import { useCallback, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { PageLink } from '@/components/ui/PageLink';
import { type CauseEntry, fixers, matchCauses, noAnswers, questions } from '@/lib/search/match-causes';
import { CauseTable } from './CauseTable';
import { Question } from './Question';
import { useAnswers } from './use-answers';

/** Three questions and a search that narrow the table of causes. Without JavaScript the table stands alone. */
export function CauseFinder({ causes }: { readonly causes: readonly CauseEntry[] }) {
  const [answers, change] = useAnswers();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const q = typed ?? answers.q;
  const { causes: matches, near } = matchCauses(causes, { ...answers, q });
  const narrowed = matches.length < causes.length;

  // Browsers limit how often an address may change, so it waits until nobody types. It changes at once where the box
  // is left: a change after a link was followed would have the framework forget where to.
  const toWrite = typed === answers.q ? undefined : typed;
  const write = useCallback(() => {
    if (toWrite !== undefined) change({ q: toWrite });
  }, [toWrite, change]);
  useEffect(() => {
    const timer = setTimeout(write, 300);
    return () => clearTimeout(timer);
  }, [write]);

  const startOver = () => {
    setTyped(undefined);
    change(noAnswers);
  };

  return (
    <>
      <form
        aria-label="Find the cause"
        onSubmit={(event) => event.preventDefault()}
        className="noscript:hidden"
      >
        <div className="grid divide-line border-line border-y max-md:divide-y md:grid-cols-3 md:divide-x">
          {questions.map(({ name, ask, options }) => (
            <Question
              key={name}
              name={name}
              ask={ask}
              options={options}
              chosen={answers[name]}
              onChoose={(value) => change({ [name]: value })}
            />
          ))}
        </div>
        {answers.who === 'visitor' ? (
          <p className="mt-5 max-w-[62ch] text-soft">
            There is a page for you, without code:{' '}
            <PageLink href="/visitors" className="link">
              what to do when a site answers 401 or 403
            </PageLink>
            .
          </p>
        ) : null}
        <div className="mt-8 flex flex-wrap items-end gap-x-5 gap-y-3">
          <div className="min-w-0 grow basis-72 sm:max-w-md">
            <label htmlFor={`${id}-q`} className="mb-1 block text-sm text-soft">
              Words to look for
            </label>
            <div className="relative">
              <Search
                className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint"
                aria-hidden="true"
              />
              <input
                id={`${id}-q`}
                type="search"
                value={q}
                onChange={(event) => setTyped(event.target.value)}
                onBlur={write}
                placeholder="redirect, cookie, base64 …"
                className="min-h-10 w-full rounded-lg border border-control bg-raised py-1.5 pr-3 pl-9 placeholder:text-faint"
              />
            </div>
          </div>
          <div>
            <label htmlFor={`${id}-fix`} className="mb-1 block text-sm text-soft">
              Who can fix it
            </label>
            <select
              id={`${id}-fix`}
              value={answers.fix in fixers ? answers.fix : ''}
              onChange={(event) => change({ fix: event.target.value })}
              className="min-h-10 rounded-lg border border-control bg-raised px-3 py-1.5"
            >
              <option value="">Anybody</option>
              {Object.entries(fixers).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          {narrowed ? (
            <Button variant="quiet" size="sm" onClick={startOver} className="min-h-10">
              Start over
            </Button>
          ) : null}
        </div>
      </form>
      <div className="mt-8">
        <p role="status" className="mb-2 text-soft noscript:hidden">
          {matches.length === 0
            ? 'No cause fits all of that. Remove an answer, or look for another word.'
            : near
              ? `No cause fits all of that. ${matches.length === 1 ? '1 fits' : `${matches.length} fit`} all but one answer.`
              : narrowed
                ? `${matches.length} of ${causes.length} causes ${matches.length === 1 ? 'fits' : 'fit'}, the likeliest first.`
                : `All ${causes.length} causes.`}
        </p>
        <CauseTable causes={matches} />
      </div>
    </>
  );
}
