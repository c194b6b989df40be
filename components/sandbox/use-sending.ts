/** What happens when Send is pressed: predict first, hold back secrets, send, compare. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Brief, Exchange, ExerciseView } from '@/lib/draft/exchange';
import { showStatusFirst } from '@/lib/early/page-start';
import type { Prediction } from '@/lib/progress/progress';
import { recordPrediction } from '@/lib/progress/record';
import { afterPaint } from './after-paint';
import { type Outcome, type Outgoing, type SendOptions, type Shown, secretIn, send } from './send';

export type Failure = Extract<Outcome, { kind: 'failed' }>;

export interface Sending {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Why the parcel was held back: the middle of a sentence, such as “a GitHub token”. */
  readonly heldReason: string | undefined;
  /**
   * `expected` is null where the learner just sends, and left out where nothing is predicted. What `isGiven` was not
   * typed, and so is not searched for secrets.
   */
  readonly press: (parcel: Outgoing, expected: Prediction['expected'] | undefined, isGiven: boolean) => void;
  readonly sendHeld: () => void;
  readonly dropHeld: () => void;
  readonly cancel: () => void;
  /** Keeps `exchange` until what is in flight has come back, since it may be the same one. */
  readonly whenIdle: (exchange: Exchange, hear: (exchange: Exchange) => void) => void;
}

interface Held {
  readonly parcel: Outgoing;
  readonly expected: Prediction['expected'] | undefined;
  readonly reason: string;
}

/** Who is told what came of a request; each stays the same function. */
interface Hearers {
  readonly came: (exchange: Shown, parcel: Outgoing, expected: Prediction['expected'] | undefined) => void;
  /** The same exchange once more, as the log has it. */
  readonly logged: (exchange: Shown) => void;
  /** No response came. */
  readonly failed: (failure: Failure) => void;
}

/** `view`, `brief` and `place` say where to and how. */
export function useSending(
  { slug, cookies }: ExerciseView,
  brief: Brief,
  place: string,
  { came, logged, failed }: Hearers,
): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [heldRequest, setHeld] = useState<Held>();
  const controller = useRef<AbortController>(undefined);
  const waiting = useRef<(() => void)[]>([]);

  const go = useCallback(
    async (parcel: Outgoing, expected: Prediction['expected'] | undefined, sure: boolean) => {
      if (controller.current) return;
      const current = new AbortController();
      controller.current = current;
      // It is on its way before the page says so.
      const sent = attempt(parcel, brief, sure, {
        controller: current,
        credentials: cookies ? 'same-origin' : 'omit',
        answered: (response) => showStatusFirst(slug, place, response),
      });
      setHeld(undefined);
      setFailure(undefined);
      setBusy(true);
      const outcome = await sent;
      controller.current = undefined;
      startTransition(() => setBusy(false));
      if (outcome.kind === 'held') {
        setHeld({ parcel, expected, reason: outcome.reason });
      } else if (outcome.kind === 'failed') {
        if (expected !== undefined) recordPrediction(slug, { expected });
        setFailure(outcome);
        failed(outcome);
      } else {
        const { exchange } = outcome;
        came(exchange, parcel, expected);
        const { status } = exchange.response;
        if (expected !== undefined) afterPaint(() => recordPrediction(slug, { expected, came: status }));
        void outcome.logged?.then(logged);
      }
      for (const later of waiting.current.splice(0)) later();
    },
    [slug, place, cookies, brief, came, logged, failed],
  );

  useEffect(() => () => controller.current?.abort('cancelled'), []);

  return {
    busy,
    failure,
    heldReason: heldRequest?.reason,
    press: (parcel, expected, isGiven) => void go(parcel, expected, isGiven),
    sendHeld: () => heldRequest && void go(heldRequest.parcel, heldRequest.expected, true),
    dropHeld: () => setHeld(undefined),
    cancel: () => controller.current?.abort('cancelled'),
    whenIdle: (exchange, hear) => {
      if (controller.current) waiting.current.push(() => hear(exchange));
      else hear(exchange);
    },
  };
}

type Attempted = Outcome | { readonly kind: 'held'; readonly reason: string };

/** Holds back what looks secret unless the learner is `sure`. */
async function attempt(
  parcel: Outgoing,
  brief: Brief,
  sure: boolean,
  options: SendOptions,
): Promise<Attempted> {
  const reason = sure ? undefined : secretIn(parcel, brief);
  if (reason) return { kind: 'held', reason };
  return send(parcel, brief, options);
}
