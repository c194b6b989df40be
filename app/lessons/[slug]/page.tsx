import type { MDXContent } from 'mdx/types';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LessonBody } from '@/components/lesson/LessonBody';
import { LessonHeader } from '@/components/lesson/LessonHeader';
import { LessonNav } from '@/components/lesson/LessonNav';
import { LessonSources } from '@/components/lesson/LessonSources';
import { Outline } from '@/components/lesson/Outline';
import { Quiz } from '@/components/quiz/Quiz';
import { addressOf } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { StructuredData } from '@/components/site/StructuredData';
import { anchor } from '@/lib/content/anchor';
import { lessonMinutes } from '@/lib/content/lesson-minutes';
import { findLesson, listLessons, loadQuiz, neededBy } from '@/lib/content/lessons';
import { quizFigures, quizItems } from '@/lib/figures/quiz-items';
import { breadcrumbData, lessonData } from '@/lib/figures/structured-data';
import { lessonPath } from '@/lib/pages';
import { Sandbox, type SandboxProps } from '@/mdx-components';

interface Props {
  params: Promise<{ slug: string }>;
}

const lessonsCrumb = { name: 'Lessons', path: '/lessons' };

/** Every other slug is a real 404. */
export const dynamicParams = false;

export function generateStaticParams(): { slug: string }[] {
  return listLessons().map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLesson((await params).slug);
  if (!lesson) return {};
  const { slug, title, searchTitle = title, summary, statuses } = lesson.lesson;
  return pageMetadata({
    path: lessonPath(slug),
    title: searchTitle,
    description: summary.replaceAll('`', ''),
    type: 'article',
    statuses,
  });
}

export default async function LessonPage({ params }: Props) {
  const lookup = findLesson((await params).slug);
  if (!lookup) notFound();
  const { lesson, previous, next } = lookup;
  const { default: text, headings } = (await import(`@/content/lessons/${lesson.folder}/lesson.mdx`)) as {
    default: MDXContent;
    headings: readonly string[];
  };
  const outline = headings.map((title) => ({ id: anchor(title), title }));
  const quiz = loadQuiz(lesson.slug);
  const minutes = await lessonMinutes(lesson);
  const questions = { items: await quizItems(quiz), figures: await quizFigures(quiz) };
  return (
    <article>
      <LessonBody
        header={
          <LessonHeader
            {...lesson}
            minutes={minutes}
            needs={neededBy(lesson)}
            items={quiz.map(({ id }) => id)}
          />
        }
        text={text}
        components={{
          // biome-ignore lint/correctness/noComponentHookFactories: it is rendered on the server alone, where nothing has state
          Sandbox: (props: SandboxProps) => <Sandbox {...props} place={lesson.slug} />,
        }}
        outline={<Outline entries={[...outline, { id: 'quiz', title: 'Check yourself' }]} />}
      />
      <div className="border-t border-line px-page py-14">
        <Quiz lesson={lesson.slug} questions={questions} />
        <LessonSources sources={lesson.sources} />
        <LessonNav previous={previous} next={next} />
      </div>
      <StructuredData data={lessonData({ ...lesson, minutes }, quiz, addressOf)} />
      <StructuredData
        data={breadcrumbData(
          [lessonsCrumb, { name: lesson.title, path: lessonPath(lesson.slug) }],
          addressOf,
        )}
      />
    </article>
  );
}
