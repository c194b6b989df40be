import type { Metadata } from 'next';
import { LessonPath } from '@/components/lesson/LessonPath';
import { ProgressPanel } from '@/components/progress/ProgressPanel';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { listLessons } from '@/lib/content/lessons';
import { catalog } from '@/lib/figures/catalog';
import { lessonEntry } from './lesson-entry';

export const metadata: Metadata = pageMetadata({
  path: '/lessons',
  title: 'Lessons on 401 Unauthorized and 403 Forbidden',
  description:
    'Short lessons in order: each begins with a real request that is refused, and ends with a quiz. Your progress stays in your browser.',
});

export default async function Lessons() {
  const lessons = listLessons();
  const entries = await Promise.all(lessons.map(lessonEntry));
  const exercises = await catalog();
  const minutes = entries.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <div className="px-page">
      <PageHeader title="Lessons">
        Each begins with a real request that is refused, and ends with a quiz. Skip what you know:{' '}
        {lessons.length} lessons take about {Math.round(minutes / 60)} hours. There are{' '}
        <PageLink className="link" href="/ways">
          four shorter ways
        </PageLink>
        , by what you do.
      </PageHeader>
      <LessonPath lessons={entries} />
      <Section
        id="practice"
        title="Practice"
        intro="Endless new situations, each with its explanation."
        beside
      >
        <p className="max-w-[62ch]">
          A server, a request, and you say what comes back: which gate, which status, which challenge. It gets
          harder as you get better.
        </p>
        <p className="mt-4">
          <PageLink href="/practice" className="link">
            Practise on a situation
          </PageLink>
        </p>
      </Section>
      <Section id="progress" title="Your progress" beside>
        <ProgressPanel
          quizzes={entries.map(({ items }) => items)}
          exercises={exercises.map(({ slug, title }) => ({ slug, title }))}
        />
      </Section>
    </div>
  );
}
