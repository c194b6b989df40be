'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { signs } from './hand';

/** Whoever reads without moving anything, by a screen reader say, has the whole page after this. */
const patience = 10_000;
let there: Promise<void> | undefined;

/** Settles at the first sign that somebody is at this page: until then nothing is loaded that only serves hands. */
function somebody(): Promise<void> {
  there ??= new Promise((resolve) => {
    if (document.documentElement.dataset.hand !== undefined) return resolve();
    const seen = () => {
      for (const sign of signs) window.removeEventListener(sign, seen, true);
      resolve();
    };
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });
    setTimeout(seen, patience);
  });
  return there;
}

/**
 * True once `place` is near the screen and somebody is there, or after `want` was called. Where it is `eager`, being
 * near is enough.
 */
export function useWanted(
  place: RefObject<HTMLElement | null>,
  eager: boolean,
): readonly [wanted: boolean, want: () => void] {
  const [wanted, setWanted] = useState(false);
  const want = useCallback(() => setWanted(true), []);

  useEffect(() => {
    if (wanted || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        if (eager) want();
        else void somebody().then(want);
      },
      { rootMargin: '400px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [wanted, place, eager, want]);

  return [wanted, want];
}
