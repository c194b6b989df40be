/// <reference types="mdx" />
import type { Metadata } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { LessonBody } from '@/components/lesson/LessonBody';
import { lessonParts } from '@/components/lesson/lesson-parts';
import { pageMetadata } from '@/components/site/page-metadata';
import { StatusBadge } from '@/components/ui/StatusBadge';
import Visitors from '@/content/visitors.mdx';
import { H2, Sandbox } from '@/mdx-components';

const title = 'A site answers 401 Unauthorized or 403 Forbidden: what you can do';
const description =
  'For people who only wanted to use a site: what a 401 or a 403 asks of you, seven steps in order, which advice to ignore, and what to tell support.';

export const metadata: Metadata = pageMetadata({
  path: '/visitors',
  title,
  description,
  type: 'article',
});

/** What an ordinary visitor can do, without code. */
export default function VisitorsPage() {
  // Called, not rendered, as lessons are: its blocks stand in the columns of a lesson.
  const text = Visitors({}) as ReactElement<{ children: ReactNode }>;
  const parts = lessonParts(text.props.children, {
    isSandbox: ({ type }) => type === Sandbox,
    isHeading: ({ type }) => type === H2,
  });
  const header = (
    <header className="pt-9 pb-2 sm:pt-12">
      <p className="flex flex-wrap items-center gap-2.5 text-[0.9375rem] text-soft">
        For visitors
        <StatusBadge status={401} />
        <StatusBadge status={403} />
      </p>
      <h1 className="mt-4 text-title">A site answers 401 or 403: what you can do</h1>
    </header>
  );
  return (
    <article>
      <LessonBody header={header} parts={parts} />
    </article>
  );
}
