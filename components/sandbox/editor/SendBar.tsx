import { SendHorizontal } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { relayReasons } from '@/lib/draft/limits';
import type { Outgoing } from '../send';
import type { Sending } from '../use-sending';
import { Predict, type PredictProps } from './Predict';

const WithheldRequest = lazy(() => import('../answer/WithheldRequest'));

interface SendBarProps extends PredictProps {
  readonly sending: Sending;
  /** Nothing is predicted here. */
  readonly plain: boolean;
  /** A prediction is due before this send. */
  readonly due: boolean;
  readonly parcel: Outgoing;
  readonly press: (just: boolean) => void;
}

/** Predict, send, cancel; and the guard that holds back what looks like a real secret. Sending moves nothing of it. */
export function SendBar(props: SendBarProps) {
  const { sending, plain, due, parcel, press, ...prediction } = props;
  const { busy, heldReason, cancel, sendHeld, dropHeld } = sending;
  const main = useRef<HTMLButtonElement>(null);
  const relayed = 'raw' in parcel || relayReasons(parcel.draft).length > 0;
  return (
    <div className="mt-4">
      {plain ? null : <Predict {...prediction} />}
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          ref={main}
          className="min-h-10 min-w-28"
          aria-disabled={busy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          data-sends={due ? undefined : ''}
          onClick={() => press(false)}
        >
          {busy ? 'Sending…' : 'Send'}
          <SendHorizontal className="size-4" aria-hidden="true" />
        </Button>
        {busy ? (
          <Button
            key="cancel"
            variant="secondary"
            size="sm"
            // It stands where Just send was: the second press of a double one would take back the first.
            onClick={({ detail }) => detail > 1 || cancel()}
          >
            Cancel
          </Button>
        ) : due ? (
          <Button
            key="just"
            variant="quiet"
            size="sm"
            data-sends=""
            onClick={() => {
              // This button goes, and the focus would go with it.
              main.current?.focus({ preventScroll: true });
              press(true);
            }}
          >
            Just send
          </Button>
        ) : (
          <kbd className="hidden text-xs text-faint pointer-fine:inline">Ctrl ↵</kbd>
        )}
        {relayed ? <p className="text-xs text-soft">by the relay</p> : null}
      </div>
      {heldReason ? (
        <Suspense fallback={`Held back: this looks like ${heldReason}`}>
          <WithheldRequest reason={heldReason} drop={dropHeld} send={sendHeld} />
        </Suspense>
      ) : null}
    </div>
  );
}
