/** The lessons, their quizzes and the words, as they lie in the folder of the content. */
import { cached, contentNames, contentText } from './folder';
import { type Lesson, readLesson } from './lesson';
import type { QuizItem } from './question-kinds';
import { quizFile, readQuiz } from './quiz';
import { type Glossary, type Misconceptions, readGlossary, readMisconceptions } from './words';

/** All lessons in the order of their folders. Throws a `ContentError` where one is wrong. */
export function listLessons(): readonly Lesson[] {
  return cached('lessons', () =>
    contentNames('lessons', 'folders').map((folder) => readLesson(folder, lessonText(folder))),
  );
}

/** The lesson of that slug with its neighbours, or undefined where there is none. */
export function findLesson(slug: string): { lesson: Lesson; previous?: Lesson; next?: Lesson } | undefined {
  const lessons = listLessons();
  const at = lessons.findIndex((lesson) => lesson.slug === slug);
  const [lesson, previous, next] = [lessons[at], lessons[at - 1], lessons[at + 1]];
  return lesson && { lesson, ...(previous && { previous }), ...(next && { next }) };
}

/** The lessons that a reader needs first, in order: those that `needs` names, else the lesson before. */
export function neededBy({ slug, needs }: Pick<Lesson, 'slug' | 'needs'>): readonly Lesson[] {
  if (needs) return listLessons().filter((other) => needs.includes(other.slug));
  const previous = findLesson(slug)?.previous;
  return previous ? [previous] : [];
}

/** The text of a lesson, frontmatter included. */
export function lessonText(folder: string): string {
  return contentText(`lessons/${folder}/lesson.mdx`, 'Every folder in content/lessons holds a lesson.mdx.');
}

/** The items of a lesson's quiz. Throws a `ContentError` where there is none or it is wrong. */
export function loadQuiz(slug: string): readonly QuizItem[] {
  const lesson = findLesson(slug);
  if (!lesson) throw new Error(`There is no lesson "${slug}"`);
  const { folder } = lesson.lesson;
  return cached(quizFile(folder), () =>
    readQuiz(folder, contentText(`lessons/${folder}/quiz.yaml`, 'Write a quiz.yaml beside the lesson.mdx.')),
  );
}

/** What each term means, by id. */
export function loadGlossary(): Glossary {
  return cached('glossary', () => readGlossary(contentText('glossary.yaml', 'Write it, if only {}.')));
}

/** What people believe instead, by id. */
export function loadMisconceptions(): Misconceptions {
  return cached('misconceptions', () =>
    readMisconceptions(contentText('misconceptions.yaml', 'Write it, if only {}.')),
  );
}
