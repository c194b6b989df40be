'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { loadExtra } from '@/components/ui/load-extra';
import { startRound } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import type { Round } from '@/lib/quiz/round';

interface QuizResultProps {
  readonly lesson: string;
  readonly round: Round;
}

/** First try and final apart, when what was missed comes back, and a way to begin again. */
export function QuizResult({ lesson, round }: QuizResultProps) {
  const { asked, total, firstTry, final, missed, done } = round;
  const answered = asked.filter(({ answer }) => answer).length;
  const returns = useReturns(missed, done);

  return (
    <div className="border-t border-line py-8 print:hidden noscript:hidden">
      <div role="status">
        {done ? (
          <>
            <p className="font-display text-xl font-bold">
              {firstTry === total
                ? 'All correct at the first try.'
                : final === total
                  ? 'All correct in the end.'
                  : `${final} of ${total} right in the end.`}
            </p>
            <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-2">
              {[
                ['First try', firstTry],
                ['In the end', final],
              ].map(([term, count]) => (
                <div key={term}>
                  <dt className="text-sm text-soft">{term}</dt>
                  <dd className="font-mono text-lg">
                    {count} of {total}
                  </dd>
                </div>
              ))}
            </dl>
            {returns ? <p className="mt-3 max-w-[58ch] text-soft">{returns}</p> : null}
          </>
        ) : (
          <p className="text-soft">
            {answered === 0
              ? `${total} questions, as many tries as you like, no clock.`
              : `${Math.min(answered, total)} of ${total} answered, ${final} right so far.`}
          </p>
        )}
      </div>
      {answered ? (
        <Button variant="secondary" size="sm" className="mt-4" onClick={() => startRound(lesson)}>
          Answer all of them again
        </Button>
      ) : null}
    </div>
  );
}

/** When the missed items are due, in a sentence. The scheduler is loaded only once there is something to say. */
function useReturns(missed: readonly string[], done: boolean): string {
  const progress = useProgress((whole) => whole);
  const [said, setSaid] = useState('');
  const items = missed.join(' ');
  useEffect(() => {
    if (!done || !items) return setSaid('');
    let current = true;
    loadExtra(import('./quiz-returns'), ({ whenReturned }) => {
      if (current) setSaid(whenReturned(progress, items.split(' ')));
    });
    return () => {
      current = false;
    };
  }, [done, items, progress]);
  return said;
}
