'use client';
import { lazy, Suspense } from 'react';
import { useBegun } from '@/lib/progress/use-begun';
import type { LessonMarkProps } from './LessonMarkShown';

const LessonMarkShown = lazy(() => import('./LessonMarkShown'));

/** How much of a lesson's quiz was answered, and that it is read once that is all; nothing for a new learner. */
export function LessonMark(props: LessonMarkProps) {
  return useBegun() ? (
    <Suspense fallback={null}>
      <LessonMarkShown {...props} />
    </Suspense>
  ) : null;
}
