/** Sends what is pressed: holds back secrets, sends once at a time, and tells the attempt what came of it. */
import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import type { Brief, ExerciseView } from '@/lib/draft/exchange';
import { showStatusFirst } from '@/lib/early/page-start';
import { recordPrediction } from '@/lib/progress/record';
import { afterPaint } from './after-paint';
import type { AttemptEvent, Expected } from './attempt-state';
import { type Outgoing, secretIn, send } from './send';
import type { Exchanges } from './use-exchanges';

export interface Sending {
  /**
   * `expected` is null where the learner just sends, and left out where nothing is predicted. What is `sure` is not
   * searched for secrets: it was not typed, or the learner has confirmed it.
   */
  readonly send: (parcel: Outgoing, expected: Expected, sure: boolean) => void;
  readonly cancel: () => void;
  /** Does it once what is in flight has come back: what a stream brings meanwhile may be the same exchange. */
  readonly whenIdle: (act: () => void) => void;
}

/** `view`, `brief` and `place` say where to and how; what comes goes to `exchanges`. */
export function useSending(
  { slug, cookies }: ExerciseView,
  brief: Brief,
  place: string,
  { came, logged }: Pick<Exchanges, 'came' | 'logged'>,
  dispatch: Dispatch<AttemptEvent>,
): Sending {
  const controller = useRef<AbortController>(undefined);
  const waiting = useRef<(() => void)[]>([]);
  const cancel = useCallback(() => controller.current?.abort('cancelled'), []);
  useEffect(() => cancel, [cancel]);

  const go = async (parcel: Outgoing, expected: Expected, sure: boolean) => {
    if (controller.current) return;
    const reason = sure ? undefined : secretIn(parcel, brief);
    if (reason) return dispatch({ type: 'withheld', withheld: { parcel, expected, reason } });
    const current = new AbortController();
    controller.current = current;
    // It is on its way before the page says so.
    const sent = send(parcel, brief, {
      controller: current,
      credentials: cookies ? 'same-origin' : 'omit',
      answered: (response) => showStatusFirst(slug, place, response),
    });
    dispatch({ type: 'sent' });
    const outcome = await sent;
    controller.current = undefined;
    if (outcome.kind === 'failed') {
      if (expected !== undefined) recordPrediction(slug, { expected });
      dispatch({ type: 'failed', failure: outcome });
    } else {
      const { exchange } = outcome;
      came(exchange, parcel, expected);
      const { status } = exchange.response;
      if (expected !== undefined) afterPaint(() => recordPrediction(slug, { expected, came: status }));
      void outcome.logged?.then(logged);
    }
    for (const later of waiting.current.splice(0)) later();
  };

  return {
    send: (parcel, expected, sure) => void go(parcel, expected, sure),
    cancel,
    whenIdle: (act) => {
      if (controller.current) waiting.current.push(act);
      else act();
    },
  };
}
