/** The status that a learner expects of a request, before it is sent and beside what came. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Prediction } from '@/lib/progress/progress';
import type { Outgoing } from '../send';

interface Outcome {
  readonly parcel: Outgoing;
  readonly prediction: Prediction;
}

export interface Predicting {
  /** The status that is chosen for the request as it stands. */
  readonly expected: number | undefined;
  readonly expect: (status: number) => void;
  /** Send was pressed without a choice. */
  readonly asked: boolean;
  readonly ask: () => void;
  /** The text of a page brought the request: a prediction is due for it, whatever was sent before. */
  readonly isLoaded: boolean;
  /** Another request takes the place of the one before. */
  readonly load: () => void;
  /** `status` came of `sent`, of which `expected` was expected. */
  readonly compare: (sent: Outgoing, expected: Prediction['expected'], status: number) => void;
  /** What was predicted of the request as it stands, and what came of it. */
  readonly outcome: Prediction | undefined;
}

/** A prediction belongs to one request: beside another one it would teach something wrong. `stored` is of an earlier visit. */
export function usePrediction(parcel: Outgoing, stored: Outcome | undefined): Predicting {
  const [expected, expect] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [isLoaded, setLoaded] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const latest = useRef(parcel);
  useEffect(() => {
    latest.current = parcel;
  }, [parcel]);

  const load = useCallback(() => {
    expect(undefined);
    setAsked(false);
    setLoaded(true);
  }, []);
  const compare = useCallback((sent: Outgoing, expected: Prediction['expected'], status: number) => {
    setOutcome({ parcel: sent, prediction: { expected, came: status } });
    // Another request may have been loaded while this one was on its way.
    if (!isSame(sent, latest.current)) return;
    expect(undefined);
    setAsked(false);
    setLoaded(false);
  }, []);

  const last = outcome ?? stored;
  return {
    expected,
    expect,
    asked,
    ask: () => setAsked(true),
    isLoaded,
    load,
    compare,
    outcome: last && isSame(last.parcel, parcel) ? last.prediction : undefined,
  };
}

function isSame(a: Outgoing, b: Outgoing): boolean {
  if ('raw' in a) return 'raw' in b && a.raw === b.raw;
  return 'draft' in b && a.draft === b.draft;
}
