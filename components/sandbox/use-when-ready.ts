/** What is pressed before the credentials are given is done when they are. */
import { useEffect, useEffectEvent, useState } from 'react';

/** Calls `act` with the latest argument that waited, once `isReady`; `wait` without one stops waiting. */
export function useWhenReady<T>(
  isReady: boolean,
  act: (argument: T) => void,
): readonly [isWaiting: boolean, wait: (argument?: T) => void] {
  const [waiting, setWaiting] = useState<{ readonly argument: T }>();
  const actLatest = useEffectEvent(act);
  useEffect(() => {
    if (!isReady || !waiting) return;
    setWaiting(undefined);
    actLatest(waiting.argument);
  }, [isReady, waiting]);
  return [waiting !== undefined, (argument) => setWaiting(argument === undefined ? undefined : { argument })];
}
