import { CircleCheck, Link2, RotateCcw } from 'lucide';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Values } from '@/lib/draft/template';
import type { Draft } from '@/lib/http-auth/draft';
import type { ExerciseProgress } from '@/lib/progress/progress';

const SharePanel = lazy(() => import('./SharePanel'));

interface AttemptBarProps {
  readonly slug: string;
  /** Left out until there is one. */
  readonly attempt: string | undefined;
  readonly status: ExerciseProgress['status'];
  /** It was solved in this attempt, not only in an earlier one or in another place. */
  readonly isSolved: boolean;
  readonly draft: Draft;
  /** What the exercise begins with. */
  readonly start: Draft;
  readonly wallet: Values;
  readonly reset: () => void;
  readonly announce: (text: string) => void;
  /** This attempt was begun by the button: it keeps the focus. */
  readonly afresh: boolean;
}

/** Which attempt this is, how far the exercise came, and the ways to share the draft or start afresh. */
export const AttemptBar = memo(function AttemptBar({
  slug,
  attempt,
  status,
  isSolved,
  draft,
  start,
  wallet,
  reset,
  announce,
  afresh,
}: AttemptBarProps) {
  const [sharing, setSharing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!afresh) return;
    button.current?.focus();
    announce('A new attempt, with new credentials.');
  }, [afresh, announce]);

  return (
    <div className="mt-4 text-xs text-faint">
      <div className="-mx-2 flex flex-wrap items-center gap-x-1">
        {status === 'solved' || status === 'practised' ? (
          <span className="flex items-center gap-1.5 px-2 py-1 font-semibold text-s2xx-text">
            <Icon of={CircleCheck} className="size-4" aria-hidden="true" />
            {status === 'solved' ? 'Solved' : 'Practised'}
            {isSolved ? '' : ' before'}
          </span>
        ) : null}
        <span className="px-2" title={attempt}>
          attempt <span className="font-mono">{attempt?.slice(0, 4) ?? '****'}…</span>
        </span>
        <Button
          ref={button}
          variant="quiet"
          size="sm"
          className="px-2! text-xs font-normal! text-faint! hover:text-ink!"
          onClick={reset}
          title="A new attempt, with new credentials"
        >
          <Icon of={RotateCcw} className="size-3.5" aria-hidden="true" />
          Reset
        </Button>
        <Button
          variant="quiet"
          size="sm"
          className="px-2! text-xs font-normal! text-faint! hover:text-ink! aria-expanded:text-ink!"
          aria-expanded={sharing}
          onClick={() => setSharing(!sharing)}
        >
          <Icon of={Link2} className="size-3.5" aria-hidden="true" />
          Copy a link to this request
        </Button>
      </div>
      {sharing ? (
        <Suspense fallback={<p className="py-2">Loading…</p>}>
          <SharePanel slug={slug} draft={draft} wallet={wallet} start={start} announce={announce} />
        </Suspense>
      ) : null}
    </div>
  );
});
