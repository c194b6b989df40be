'use client';
import { lazy, Suspense } from 'react';
import { useBegun } from '@/lib/progress/use-begun';

const LessonMarkShown = lazy(() => import('./LessonMarkShown'));

/** Says that a lesson was read; nothing before that. */
export function LessonMark({ slug }: { readonly slug: string }) {
  return useBegun() ? (
    <Suspense fallback={null}>
      <LessonMarkShown slug={slug} />
    </Suspense>
  ) : null;
}
