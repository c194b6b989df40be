import type { LessonEntry } from '@/components/overview/LessonRows';
import type { Lesson } from '@/lib/content/lesson';
import { loadQuiz } from '@/lib/content/lessons';

/** What a row of the path shows of a lesson, and no more, since some of it goes to the browser. */
export function lessonEntry({
  slug,
  title,
  summary,
  minutes,
  module,
  statuses,
  exercises,
}: Lesson): LessonEntry {
  const items = loadQuiz(slug).map(({ id }) => id);
  return { slug, title, summary, minutes, module, statuses, exercises, items };
}
