import { SendHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '@/components/ui/Button';
import { StatusBadge } from '@/components/ui/StatusBadge';
import type { Prediction } from '@/lib/progress/progress';
import { relayReasons } from '@/lib/sandbox/draft-limits';
import { Predict } from './Predict';
import type { Parcel } from './send';
import type { Sending } from './use-sending';

const HeldBack = lazy(() => import('./HeldBack'));

interface SendBarProps {
  readonly sending: Sending;
  /** A prediction is due before this send. */
  readonly predicts: boolean;
  readonly expected: number | undefined;
  readonly expect: (status: number) => void;
  /** Send was pressed without a choice. */
  readonly asked: boolean;
  readonly prediction: Prediction | undefined;
  readonly parcel: Parcel;
  readonly press: (just: boolean) => void;
}

/** Predict, send, cancel; and the guard that holds back what looks like a real secret. */
export function SendBar(props: SendBarProps) {
  const { sending, predicts, expected, expect, asked, prediction, parcel, press } = props;
  const { busy, held, cancel, sendHeld, dropHeld } = sending;
  const relayed = 'raw' in parcel || relayReasons(parcel.draft).length > 0;
  return (
    <div className="mt-4">
      {predicts ? <Predict expected={expected} expect={expect} asked={asked} /> : null}
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          className="min-h-10 min-w-28"
          aria-disabled={busy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          data-sends={predicts ? undefined : ''}
          onClick={() => press(false)}
        >
          {busy ? 'Sending…' : 'Send'}
          <SendHorizontal className="size-4" aria-hidden="true" />
        </Button>
        {busy ? (
          <Button variant="secondary" size="sm" onClick={cancel}>
            Cancel
          </Button>
        ) : predicts ? (
          <Button variant="quiet" size="sm" data-sends="" onClick={() => press(true)}>
            Just send
          </Button>
        ) : (
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
            <kbd className="text-xs">Ctrl ↵</kbd>
            <Compared prediction={prediction} />
          </p>
        )}
        {relayed ? <p className="text-xs text-soft">by the relay</p> : null}
      </div>
      {held ? (
        <Suspense fallback={`Held back: this looks like ${held}`}>
          <HeldBack reason={held} drop={dropHeld} send={sendHeld} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What was expected beside what came. */
function Compared({ prediction }: { prediction: Prediction | undefined }) {
  if (!prediction || prediction.came === undefined) return null;
  const { expected, came } = prediction;
  if (expected === null) return null;
  return (
    <span>
      <span aria-hidden="true">· </span>
      you predicted <StatusBadge status={expected} />
      {expected === came ? ', and so it was' : ', it was '}
      {expected === came ? null : <StatusBadge status={came} />}
    </span>
  );
}
