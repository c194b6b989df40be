/// <reference types="mdx" />
import type { Metadata } from 'next';
import { LessonBody } from '@/components/lesson/LessonBody';
import { pageMetadata } from '@/components/site/page-metadata';
import { StatusBadge } from '@/components/ui/StatusBadge';
import Visitors from '@/content/visitors.mdx';

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
      <LessonBody header={header} text={Visitors} />
    </article>
  );
}
