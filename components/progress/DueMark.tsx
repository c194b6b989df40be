'use client';
import { lazy, Suspense } from 'react';
import { useBegun } from '@/lib/progress/use-begun';
import type { DueMarkProps } from './DueMarkShown';

const DueMarkShown = lazy(() => import('./DueMarkShown'));

/** How much of a lesson is due for another look today; nothing for a new learner. */
export function DueMark(props: DueMarkProps) {
  return useBegun() ? (
    <Suspense fallback={null}>
      <DueMarkShown {...props} />
    </Suspense>
  ) : null;
}
