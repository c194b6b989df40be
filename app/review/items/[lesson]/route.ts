import type { LessonQuestions } from '@/components/quiz/lesson-questions';
import { listLessons, loadQuiz } from '@/lib/content/lessons';
import { quizFigures, quizItems } from '@/lib/figures/quiz-items';

/** The questions of a lesson as data, made while the pages are built: the review fetches what is due. */
export const dynamic = 'force-static';

/** Every other slug is a real 404. */
export const dynamicParams = false;

export function generateStaticParams(): { lesson: string }[] {
  return listLessons().map(({ slug }) => ({ lesson: slug }));
}

export async function GET(
  _: Request,
  { params }: { params: Promise<{ lesson: string }> },
): Promise<Response> {
  const quiz = loadQuiz((await params).lesson);
  const questions: LessonQuestions = { items: await quizItems(quiz), figures: await quizFigures(quiz) };
  return Response.json(questions);
}
