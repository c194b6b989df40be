import { SendHorizontal } from 'lucide';
import { lazy, Suspense, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { relayReasons } from '@/lib/draft/limits';
import { parcelOf } from '../attempt-state';
import { loadingLink, showLink } from '../loading-link';
import type { Bench } from '../use-workbench';
import { Predict } from './Predict';

const WithheldRequest = lazy(() => import('../answer/WithheldRequest'));

/** Predict, send, cancel; and the guard that holds back what looks like a real secret. Sending moves nothing of it. */
export function SendBar({ bench }: { readonly bench: Bench }) {
  const { view, state, dispatch, plain, due, outcome, press, cancel, confirm } = bench;
  const { expected, isAsked, withheld } = state;
  const busy = state.busy || state.pressed !== undefined;
  const main = useRef<HTMLButtonElement>(null);
  const parcel = parcelOf(state);
  // Beside the text there is nothing to go back to: the button is there on narrow screens alone.
  const back = Boolean(state.note && loadingLink());
  const relayed = 'raw' in parcel || relayReasons(parcel.draft).length > 0;
  return (
    <div className="mt-4">
      {plain ? null : (
        <Predict
          statuses={view.statuses}
          expected={expected}
          expect={(status) => dispatch({ type: 'predicted', status })}
          asked={isAsked}
          outcome={outcome}
        />
      )}
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
          <Icon of={SendHorizontal} className="size-4" aria-hidden="true" />
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
          <>
            <kbd
              className={`hidden text-xs text-faint ${back ? 'lg:pointer-fine:inline' : 'pointer-fine:inline'}`}
            >
              Ctrl ↵
            </kbd>
            {back ? (
              <Button
                key="back"
                variant="quiet"
                size="sm"
                className="lg:hidden"
                // It stands where Just send was, too.
                onClick={({ detail }) => detail > 1 || showLink()}
              >
                Back to the text
              </Button>
            ) : null}
          </>
        )}
        {relayed ? <p className="text-xs text-soft">by the relay</p> : null}
      </div>
      {withheld ? (
        <Suspense fallback={`Held back: this looks like ${withheld.reason}`}>
          <WithheldRequest
            reason={withheld.reason}
            drop={() => dispatch({ type: 'withheld', withheld: undefined })}
            send={confirm}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
