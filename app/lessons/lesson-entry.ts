import type { LessonEntry } from '@/components/lesson/LessonRows';
import type { Lesson } from '@/lib/content/lesson';
import { lessonMinutes } from '@/lib/content/lesson-minutes';
import { loadQuiz, neededBy } from '@/lib/content/lessons';

/** What a row of the path shows of a lesson, and no more, since some of it goes to the browser. */
export async function lessonEntry(lesson: Lesson): Promise<LessonEntry> {
  const { slug, title, summary, module, statuses, exercises } = lesson;
  return {
    ...{ slug, title, summary, module, statuses, exercises },
    minutes: await lessonMinutes(lesson),
    needs: neededBy(lesson).map((needed) => needed.title),
    items: loadQuiz(slug).map(({ id }) => id),
  };
}
