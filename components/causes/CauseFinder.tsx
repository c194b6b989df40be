'use client';
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSearch } from '@/components/search/use-search';
import { Button } from '@/components/ui/Button';
import { PageLink } from '@/components/ui/PageLink';
import { type CauseEntry, matchCauses } from '@/lib/search/match-causes';
import {
  type Answers,
  fewEnough,
  fixers,
  fourthQuestion,
  noAnswers,
  questions,
} from '@/lib/search/questions';
import { rankCauses } from '@/lib/search/ranked-causes';
import { CauseTable } from './CauseTable';
import { FinderCount } from './FinderCount';
import { NearMisses } from './NearMisses';
import { Question } from './Question';
import { useAnswers } from './use-answers';
import { WordBox } from './WordBox';

/** A cause further down has one of many words, and no more. */
const mostResults = 20;

/** What is long, or has a long run without a gap, may hold a secret, and stays out of the address. */
const mayBeSecret = (text: string) => text.length > 60 || /\S{20}/.test(text);

/** Questions and a search that put the causes in order. Without JavaScript the table stands alone. */
export function CauseFinder({ causes }: { readonly causes: readonly CauseEntry[] }) {
  const [answers, change] = useAnswers();
  const [typed, setTyped] = useState<string>();
  const [focused, setFocused] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const q = typed ?? answers.q;
  const { find, failed, retry } = useSearch(focused || q.trim() !== '');
  const asked = useDeferredValue(q);
  const results = useMemo(
    () => (asked.trim() ? find?.(asked, { kind: 'Cause', most: mostResults }) : undefined),
    [find, asked],
  );
  const matches = useMemo(() => matchCauses(causes, answers), [causes, answers]);
  const { fits, near } = useMemo(() => rankCauses(matches, results), [matches, results]);
  const answered = [answers.who, answers.status, answers.sign, answers.sent].filter(Boolean).length;
  // On a phone the questions would stand between the words and what they have.
  const folded = q.trim() !== '' && answered === 0 && !unfolded;
  const asksMore =
    answers.sent !== '' || (answers.who && answers.status && answers.sign && matches.fits.length > fewEnough);

  // Browsers limit how often an address may change, so it waits until nobody types. It changes at once where the box
  // is left: a change after a link was followed would have the framework forget where to.
  const toWrite = typed === undefined || mayBeSecret(typed) ? '' : typed;
  const changed = typed !== undefined && toWrite !== answers.q;
  const write = useCallback(() => {
    if (changed) change({ q: toWrite });
  }, [changed, toWrite, change]);
  useEffect(() => {
    const timer = setTimeout(write, 300);
    return () => clearTimeout(timer);
  }, [write]);

  const answer = (some: Partial<Answers>) => {
    setUnfolded(true);
    change(some);
  };
  const chosen = answered > 0 || answers.fix !== '' || q !== '';
  const showFits = () => {
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'start' });
  };
  const startOver = () => {
    setTyped('');
    setUnfolded(false);
    change(noAnswers);
  };

  return (
    <>
      <form
        aria-label="Find the cause"
        onSubmit={(event) => event.preventDefault()}
        className="noscript:hidden"
      >
        <div className="mb-8 flex flex-wrap items-start gap-x-5 gap-y-3">
          <WordBox typed={q} onType={setTyped} onFocus={() => setFocused(true)} onLeave={write} />
          <div className="min-w-0">
            <label htmlFor={`${id}-fix`} className="mb-1 block text-sm text-soft">
              Who can fix it
            </label>
            <select
              id={`${id}-fix`}
              value={answers.fix in fixers ? answers.fix : ''}
              onChange={(event) => change({ fix: event.target.value })}
              className="min-h-10 max-w-full rounded-lg border border-control bg-raised px-3 py-1.5"
            >
              <option value="">Anybody</option>
              {Object.entries(fixers).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          {chosen ? (
            <Button variant="quiet" size="sm" onClick={startOver} className="min-h-10 sm:mt-6">
              Start over
            </Button>
          ) : null}
          {/* The questions stand between the words and what fits. */}
          {!folded && chosen && fits.length ? (
            <Button variant="quiet" size="sm" onClick={showFits} className="min-h-10 sm:mt-6">
              {fits.length === 1 ? 'Show the cause' : `Show ${fits.length} causes`}
            </Button>
          ) : null}
          {folded ? (
            <Button variant="quiet" size="sm" onClick={() => setUnfolded(true)} className="min-h-10 sm:mt-6">
              Ask me questions
            </Button>
          ) : null}
        </div>
        {folded ? null : (
          <>
            <div className="grid divide-line border-line border-y max-md:divide-y md:grid-cols-3 md:divide-x">
              {questions.map(({ name, ask, options }) => (
                <Question
                  key={name}
                  name={name}
                  ask={ask}
                  options={options}
                  chosen={answers[name]}
                  dense={name === 'status'}
                  onChoose={(value) => answer({ [name]: value })}
                />
              ))}
            </div>
            {asksMore ? (
              <div className="border-line border-b">
                <Question
                  {...fourthQuestion}
                  chosen={answers.sent}
                  dense
                  onChoose={(sent) => answer({ sent })}
                />
              </div>
            ) : null}
            {answers.who === 'visitor' ? (
              <p className="mt-5 max-w-[62ch] text-soft">
                There is a page for you, without code:{' '}
                <PageLink href="/visitors" className="link">
                  what to do when a site answers 401 or 403
                </PageLink>
                .
              </p>
            ) : null}
          </>
        )}
      </form>
      <div ref={list} tabIndex={-1} className="mt-6 scroll-mt-[calc(var(--header)+1rem)] focus:outline-none">
        <FinderCount
          of={causes.length}
          fits={fits.length}
          near={near.length}
          searched={asked.trim() !== ''}
          answered={answered > 0 || answers.fix !== ''}
          state={find || !q.trim() ? 'ready' : failed ? 'failed' : 'loading'}
          retry={retry}
        />
        <CauseTable caption="Causes that fit" matches={fits} answers={answers} />
        <NearMisses matches={near} answers={answers} open={fits.length < 3} />
      </div>
    </>
  );
}
