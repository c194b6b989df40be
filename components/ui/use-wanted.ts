'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';

let there: Promise<void> | undefined;

/** Settles at the first sign that somebody is at this page, of which the head of the page tells (lib/start). */
function somebody(): Promise<void> {
  there ??= new Promise((resolve) => {
    if (document.documentElement.dataset.hand !== undefined) resolve();
    else window.addEventListener('doorman:hand', () => resolve(), { once: true });
  });
  return there;
}

/**
 * True once `place` is near the screen and somebody is there, or after `want` was called. Where it is `eager`, being
 * near is enough: until then nothing is loaded that only serves hands.
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
