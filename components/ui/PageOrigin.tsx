'use client';
import { useSyncExternalStore } from 'react';

interface PageOriginProps {
  readonly part?: 'origin' | 'host';
  /** What stands there where no script runs. */
  readonly word: string;
}

const never = () => () => {};

/** The origin under which the page was opened, or `word` until that is known. */
export function usePageOrigin(word: string, part: 'origin' | 'host' = 'origin'): string {
  return useSyncExternalStore(
    never,
    () => window.location[part],
    () => word,
  );
}

/** The origin or the host under which the page was opened; the script in the head writes it before the first paint. */
export function PageOrigin({ word, part = 'origin' }: PageOriginProps) {
  const here = usePageOrigin(word, part);
  // The script has been here before React, so the text is not the one that the server wrote.
  return (
    <span data-page={part} suppressHydrationWarning>
      {here}
    </span>
  );
}
