'use client';
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { MatchReason } from '@/components/search/MatchReason';
import { useSearch } from '@/components/search/use-search';
import { Button } from '@/components/ui/Button';
import { PageLink } from '@/components/ui/PageLink';
import { fitWords } from '@/lib/search/fit-words';
import { type CauseEntry, matchCauses } from '@/lib/search/match-causes';
import {
  type Answers,
  fewEnough,
  fixers,
  fourthQuestion,
  noAnswers,
  questions,
} from '@/lib/search/questions';
import { anchorOf, type RankedCause, rankCauses } from '@/lib/search/ranked-causes';
import { type CauseRow, CauseTable } from './CauseTable';
import { FinderCount } from './FinderCount';
import { Question } from './Question';
import { useAnswers } from './use-answers';
import { WordBox } from './WordBox';

/** What is longer may be a paste with a secret in it, and stays out of the address. */
const longestShared = 60;

/** Questions and a search that put the causes in order. Without JavaScript the table stands alone. */
export function CauseFinder({ causes }: { readonly causes: readonly CauseEntry[] }) {
  const [answers, change] = useAnswers();
  const [typed, setTyped] = useState<string>();
  const [focused, setFocused] = useState(false);
  const id = useId();
  const q = typed ?? answers.q;
  const { find, failed, retry } = useSearch(focused || q.trim() !== '');
  const asked = useDeferredValue(q);
  const results = useMemo(
    () => (asked.trim() ? find?.(asked, { kind: 'Cause', most: 40 }) : undefined),
    [find, asked],
  );
  const matches = useMemo(() => matchCauses(causes, answers), [causes, answers]);
  const { fits, near } = rankCauses(matches, results);
  const answered = [answers.who, answers.status, answers.sign, answers.sent].filter(Boolean).length;
  const asksMore =
    answers.sent !== '' || (answers.who && answers.status && answers.sign && matches.fits.length > fewEnough);

  // Browsers limit how often an address may change, so it waits until nobody types. It changes at once where the box
  // is left: a change after a link was followed would have the framework forget where to.
  const toWrite = typed === undefined || typed.length > longestShared ? '' : typed;
  const changed = typed !== undefined && toWrite !== answers.q;
  const write = useCallback(() => {
    if (changed) change({ q: toWrite });
  }, [changed, toWrite, change]);
  useEffect(() => {
    const timer = setTimeout(write, 300);
    return () => clearTimeout(timer);
  }, [write]);

  const startOver = () => {
    setTyped('');
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
              dense={name === 'status'}
              onChoose={(value) => change({ [name]: value })}
            />
          ))}
        </div>
        {asksMore ? (
          <div className="border-line border-b">
            <Question {...fourthQuestion} chosen={answers.sent} dense onChoose={(sent) => change({ sent })} />
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
        <div className="mt-8 flex flex-wrap items-start gap-x-5 gap-y-3">
          <WordBox typed={q} onType={setTyped} onFocus={() => setFocused(true)} onLeave={write} />
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
          {answered || answers.fix || q ? (
            <Button variant="quiet" size="sm" onClick={startOver} className="min-h-10 self-end">
              Start over
            </Button>
          ) : null}
        </div>
      </form>
      <div className="mt-8">
        <FinderCount
          of={causes.length}
          fits={fits.length}
          near={near.length}
          searched={asked.trim() !== ''}
          answered={answered > 0 || answers.fix !== ''}
          state={find || !q.trim() ? 'ready' : failed ? 'failed' : 'loading'}
          retry={retry}
        />
        <CauseTable caption="Causes that fit" rows={fits.map((match) => rowOf(match, answers))} />
        {near.length ? (
          <section aria-labelledby={`${id}-near`} className="mt-12">
            <h2 id={`${id}-near`} className="mb-2 text-lg">
              {near.length === 1 ? 'One fits all but one answer' : `${near.length} fit all but one answer`}
            </h2>
            <CauseTable
              caption="Causes that fit all but one answer"
              rows={near.map((match) => rowOf(match, answers))}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}

function rowOf({ cause, reasons, result }: RankedCause, answers: Answers): CauseRow {
  const words = fitWords(cause, reasons, answers).join(' · ');
  const met = result && result.why.by !== 'head' ? <MatchReason {...result} /> : null;
  const why =
    met || words ? (
      <>
        {met ? <span className="block">{met}</span> : null}
        {words ? <span className="block first-letter:uppercase">{words}</span> : null}
      </>
    ) : null;
  return { cause, anchor: result ? anchorOf(result.at) : '', why };
}
