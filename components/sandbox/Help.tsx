import { Lock } from 'lucide';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import type { Hint } from '@/lib/draft/exchange';
import { solutionTier } from '@/lib/progress/progress';
import { recordHint } from '@/lib/progress/record';
import { fetchHint } from './brief';
import type { Bench } from './use-workbench';
import { WorkedSolution } from './WorkedSolution';

interface HelpProps {
  readonly bench: Bench;
  /** When the attempt was opened on this page, in milliseconds. */
  readonly since: number;
}

const titles = ['Where to look', 'Which gate', 'The header, with a blank', 'The worked solution'];
const offerAfterMs = 60_000;

/** Four tiers of help, each a press away: the first at once, the others after a try or a minute. */
export default function Help({ bench, since }: HelpProps) {
  const { view, place, brief, progress } = bench;
  const [waited, setWaited] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), since + offerAfterMs - performance.now());
    return () => clearTimeout(timer);
  }, [since]);

  return (
    <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised">
      {Array.from({ length: brief.hints }, (_, index) => {
        const tier = index + 1;
        const isOpen = progress.hints.includes(tier);
        const free = tier === 1 || progress.isTried || waited;
        return (
          <li key={tier} tabIndex={-1} className="px-4 py-3 -outline-offset-2">
            <h3 className="font-sans text-sm font-semibold tracking-normal">
              {titles[index] ?? `Tier ${tier}`}
            </h3>
            {isOpen ? (
              <Tier bench={bench} tier={tier} />
            ) : free ? (
              <Button
                variant="secondary"
                size="sm"
                className="mt-2"
                aria-label={`Show: ${titles[index]}`}
                onClick={({ currentTarget }) => {
                  // This button goes, and the focus would go with it.
                  currentTarget.closest('li')?.focus({ preventScroll: true });
                  recordHint(view.slug, place, tier);
                }}
              >
                Show
              </Button>
            ) : (
              <p className="mt-1 flex items-center gap-1.5 text-sm text-faint">
                <Icon of={Lock} className="size-3.5 shrink-0" aria-hidden="true" />
                Opens when you have sent something, or after a minute.
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface TierProps {
  readonly bench: Bench;
  readonly tier: number;
}

function Tier({ bench, tier }: TierProps) {
  const { brief, state, dispatch, replace, reset } = bench;
  const [hint, setHint] = useState<Hint | 'failed'>();
  const [tries, setTries] = useState(0);
  // What came may be what a later request of the solution needs.
  const asOf = tier === solutionTier ? state.exchanges[0]?.id : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    let current = true;
    fetchHint(brief, tier).then(
      (answer) => current && setHint(answer),
      () => current && setHint('failed'),
    );
    return () => {
      current = false;
    };
  }, [brief, tier, asOf, tries]);

  if (hint === 'failed') {
    return (
      <p className="mt-1 text-sm text-soft">
        The server did not answer.{' '}
        <button type="button" className="link min-h-6" onClick={() => setTries(tries + 1)}>
          Ask again
        </button>
      </p>
    );
  }
  if (!hint) return <p className="mt-1 text-sm text-faint">Loading…</p>;
  const { text, requests } = hint;
  return (
    <div role="status" className="mt-1">
      <p className="text-[0.9375rem] text-soft">
        <Inline text={text} />
      </p>
      {requests ? (
        <>
          <WorkedSolution
            requests={requests}
            put={async (at) => {
              // Fetched again, since a time or a signature in it would have aged on the page.
              const fresh = await fetchHint(brief, tier).catch(() => 'failed' as const);
              setHint(fresh);
              const draft = fresh === 'failed' ? undefined : fresh.requests?.[at]?.draft;
              if (!draft) return;
              replace(draft);
              dispatch({ type: 'opened', tab: 'request' });
            }}
          />
          <Button variant="quiet" size="sm" className="mt-3" onClick={reset}>
            Begin a fresh attempt without it
          </Button>
        </>
      ) : null}
    </div>
  );
}
