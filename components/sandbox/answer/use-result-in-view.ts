import { type RefObject, useEffect, useRef } from 'react';
import type { Shown } from '../send';

/**
 * Brings a result into view when an answer for which `counts` is true came to what was sent on this page. What is in
 * view already stays where it is.
 */
export function useResultInView(
  exchanges: readonly Shown[],
  counts: (exchange: Shown) => boolean,
): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  const [newest] = exchanges;
  const id = newest && newest.by !== 'other' && counts(newest) ? newest.id : undefined;
  useEffect(() => {
    if (id !== undefined) element.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return element;
}
