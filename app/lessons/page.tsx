import type { Metadata } from 'next';
import { LessonPath } from '@/components/overview/LessonPath';
import { PageHeader } from '@/components/ui/PageHeader';
import { listLessons } from '@/lib/content/lessons';

export const metadata: Metadata = {
  title: 'Lessons on 401 Unauthorized and 403 Forbidden',
  description:
    'Short lessons in order: each begins with a real request that is refused, and ends with a quiz. Your progress stays in your browser.',
};

export default function Lessons() {
  const lessons = listLessons();
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <div className="px-page">
      <PageHeader title="Lessons">
        Each begins with a real request that is refused, and ends with a quiz. {lessons.length} lessons, about{' '}
        {minutes} minutes; skip what you know.
      </PageHeader>
      <LessonPath lessons={lessons} />
    </div>
  );
}
