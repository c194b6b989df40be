'use client';

import { lazy, Suspense } from 'react';
import { ButtonLink } from '@/components/ui/Button';
import { PageLink } from '@/components/ui/PageLink';
import { lessonPath, type SitePath } from '@/lib/pages';
import { useBegun } from '@/lib/progress/use-begun';
import type { ReviewLesson } from './review-data';

// Whoever comes for the first time needs nothing of it.
const ReviewBoard = lazy(() => import('./ReviewBoard'));

interface ReviewProps {
  readonly lessons: readonly ReviewLesson[];
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
}

/** What is due today, what is to come, and what can be called learned: all of it from this browser's progress. */
export function Review({ lessons, exercises }: ReviewProps) {
  const begun = useBegun();
  const newcomer = <Newcomer first={lessons[0] ? lessonPath(lessons[0].slug) : '/lessons'} />;
  if (begun === undefined) return <Looking />;
  if (!begun) return newcomer;
  return (
    <Suspense fallback={<Looking />}>
      <ReviewBoard lessons={lessons} exercises={exercises} newcomer={newcomer} looking={<Looking />} />
    </Suspense>
  );
}

function Looking() {
  return (
    <>
      <p className="min-h-[60vh] text-soft noscript:hidden">Loading your progress…</p>
      <noscript>
        <p className="text-soft">
          What you have learned is kept by a script in your browser, so the review needs JavaScript. The
          quizzes of the lessons can be read without it.
        </p>
      </noscript>
    </>
  );
}

function Newcomer({ first }: { readonly first: SitePath }) {
  return (
    <div className="min-h-[60vh]">
      <p className="max-w-[62ch] text-lead">
        There is nothing to review yet: you have not answered a question in this browser. Read a lesson and
        take its quiz. From tomorrow on, questions that you missed are here, and after some days the others.
      </p>
      <p className="mt-3 max-w-[62ch] text-soft">
        Did you learn in another browser? Export the progress there, and import the file{' '}
        <a className="link" href="/lessons#progress">
          below the lessons
        </a>
        .
      </p>
      <p className="mt-6">
        <ButtonLink href={first}>Begin with the first lesson</ButtonLink>
      </p>
      <p className="mt-4 text-soft">
        Or{' '}
        <PageLink className="link" href="/practice">
          practise on situations
        </PageLink>
        , which need no lesson first.
      </p>
    </div>
  );
}
