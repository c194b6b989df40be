import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { lessonEntry } from '@/app/lessons/lesson-entry';
import { LessonRows } from '@/components/lesson/LessonRows';
import { pageMetadata } from '@/components/site/page-metadata';
import { ButtonLink } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { findWay, lessonsOf, listWays, wayMinutes } from '@/lib/content/ways';
import { loadExercise } from '@/lib/exercises';
import { exercisePath, lessonPath, wayPath } from '@/lib/pages';
import { hours } from '../WayList';

interface Props {
  params: Promise<{ name: string }>;
}

/** Every other name is a real 404. */
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return listWays().map(({ name }) => ({ name }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const way = findWay((await params).name);
  if (!way) return {};
  return pageMetadata({
    path: wayPath(way.name),
    title: `${way.title}: a way through 401 and 403`,
    description: `${way.summary} ${way.lessons.length} lessons, an exam and a badge.`,
    statuses: [401, 403],
    picture: '/ways',
  });
}

export default async function WayPage({ params }: Props) {
  const way = findWay((await params).name);
  if (!way) notFound();
  const lessons = lessonsOf(way);
  const [minutes, exam, entries] = await Promise.all([
    wayMinutes(way),
    loadExercise(way.exam),
    Promise.all(lessons.map(lessonEntry)),
  ]);
  const first = lessons[0] ? lessonPath(lessons[0].slug) : '/lessons';
  return (
    <div className="px-page">
      <PageHeader title={way.title}>{way.summary}</PageHeader>
      <div className="-mt-4 mb-12 flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink href={first}>Start the first lesson</ButtonLink>
        <p className="text-soft tabular-nums">
          {lessons.length} lessons, {hours(minutes.lessons)}; the exam takes about {minutes.exam} minutes more
        </p>
      </div>
      <Section id="lessons" title="The lessons" intro="In this order. Skip what you know." beside>
        <LessonRows lessons={entries.map((entry) => ({ ...entry, needs: [] }))} />
      </Section>
      <Section id="end" title="How it ends" beside>
        <p className="max-w-[62ch]">{way.ends}</p>
        <p className="mt-4 max-w-[62ch] text-soft">
          The exam draws incidents from the causes that these lessons explain. When all are solved, it gives
          you a badge: a signed text that anybody can check, with the incidents and the date.
        </p>
        <p className="mt-4">
          <ButtonLink variant="secondary" href={exercisePath(way.exam)}>
            {exam?.title.startsWith('Exam') ? 'Take the exam' : `Take the exam: ${exam?.title}`}
          </ButtonLink>
        </p>
      </Section>
      <Section id="left-out" title="What it leaves out" beside>
        <ul className="max-w-[62ch] list-disc space-y-2 pl-5">
          {way.leavesOut.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="mt-4">
          <PageLink className="link" href="/lessons">
            All lessons, in the order of the course
          </PageLink>
        </p>
        {way.name === 'teach' ? (
          <p className="mt-2">
            <PageLink className="link" href="/teach">
              Plans for 45 and for 90 minutes
            </PageLink>
          </p>
        ) : null}
      </Section>
    </div>
  );
}
