import type { Metadata } from 'next';
import { Review } from '@/components/progress/Review';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { listLessons, loadQuiz } from '@/lib/content/lessons';
import { versionsOf } from '@/lib/content/quiz';
import { catalog } from '@/lib/figures/catalog';

export const metadata: Metadata = pageMetadata({
  path: '/review',
  title: 'Review: what is due today',
  description:
    'Questions and exercises on 401 and 403 come back just before you would forget them, five minutes a day. Nothing leaves your browser.',
});

export default async function ReviewPage() {
  const lessons = listLessons().map(({ slug, title, exercises }) => ({
    slug,
    title,
    exercises,
    items: loadQuiz(slug).map((item) => ({ id: item.id, versions: versionsOf(item).length })),
  }));
  const exercises = (await catalog()).filter(({ open }) => !open);
  return (
    <div className="px-page">
      <PageHeader title="Review">
        What you answered comes back when you are about to forget it, asked in another way. Five minutes a day
        are enough.
      </PageHeader>
      <Review lessons={lessons} exercises={exercises.map(({ slug, title }) => ({ slug, title }))} />
    </div>
  );
}
