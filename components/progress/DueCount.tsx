'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { loadExtra } from '@/components/ui/load-extra';
import { useBegun } from '@/lib/progress/use-begun';

/** How much is due today, beside the link to the review. Whoever has no progress loads nothing for it. */
export function DueCount() {
  // Every page that is come to asks again: progress may have begun on the one before.
  usePathname();
  const begun = useBegun();
  const [count, setCount] = useState(0);

  useEffect(() => {
    if (!begun) return;
    let stop = () => {};
    let current = true;
    // Behind all that the first screen needs; not every browser has an idle callback.
    const timer = setTimeout(
      () =>
        loadExtra(import('@/lib/progress/due-count'), ({ watchDue }) => {
          if (current) stop = watchDue(setCount);
        }),
      1000,
    );
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [begun]);

  return count ? (
    <span className="ml-1.5 rounded-full bg-brand px-1.5 text-xs leading-5 font-semibold text-on-brand tabular-nums">
      {count}
      <span className="sr-only"> due</span>
    </span>
  ) : null;
}
