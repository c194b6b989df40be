import { RotateCcw } from 'lucide';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { AttemptState } from '../attempt-state';

interface LostLogProps {
  readonly log: AttemptState['log'];
  readonly askAgain: () => void;
}

/** What stands where the answer was, when something was sent in this attempt and no exchange of it can be shown. */
export default function LostLog({ log, askAgain }: LostLogProps) {
  return (
    <div className="rounded-xl border border-dashed border-line-strong px-4 py-6 text-center text-sm text-soft">
      {log === 'asked' ? <p>Fetching what was sent in this attempt…</p> : null}
      {log === 'read' ? (
        <p className="mx-auto max-w-[52ch]">
          Something was sent in this attempt, and the server has forgotten it: it keeps exchanges for some
          hours, and none over a restart. Send the request again to see its response.
        </p>
      ) : null}
      {log === 'away' ? (
        <>
          <p>Something was sent in this attempt, and the log of exchanges did not answer.</p>
          <Button variant="secondary" size="sm" className="mt-3" onClick={askAgain}>
            <Icon of={RotateCcw} className="size-4" aria-hidden="true" />
            Ask again
          </Button>
        </>
      ) : null}
    </div>
  );
}
