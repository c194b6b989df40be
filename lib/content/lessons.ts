/** The content as it lies in its folder, read once for each process of production. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error';
import { type Lesson, readLesson } from './lesson';
import { type QuizItem, quizFile, readQuiz } from './quiz';
import { type Glossary, type Misconceptions, readGlossary, readMisconceptions } from './words';

const root = path.join(process.cwd(), 'content');

/** All lessons in the order of their folders. Throws a `ContentError` where one is wrong. */
export function listLessons(): readonly Lesson[] {
  return kept('lessons', () => {
    const folders = readdirSync(path.join(root, 'lessons'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      // An empty folder is no lesson yet; version control does not keep it either.
      .filter((name) => readdirSync(path.join(root, 'lessons', name)).length > 0)
      .sort();
    return folders.map((folder) => readLesson(folder, lessonText(folder)));
  });
}

/** The lesson of that slug with its neighbours, or undefined where there is none. */
export function findLesson(slug: string): { lesson: Lesson; previous?: Lesson; next?: Lesson } | undefined {
  const lessons = listLessons();
  const at = lessons.findIndex((one) => one.slug === slug);
  const [lesson, previous, next] = [lessons[at], lessons[at - 1], lessons[at + 1]];
  return lesson && { lesson, ...(previous && { previous }), ...(next && { next }) };
}

/** The text of a lesson, frontmatter included. */
export function lessonText(folder: string): string {
  return read(`lessons/${folder}/lesson.mdx`, 'Every folder in content/lessons holds a lesson.mdx.');
}

/** The items of a lesson's quiz. Throws a `ContentError` where there is none or it is wrong. */
export function loadQuiz(slug: string): readonly QuizItem[] {
  const found = findLesson(slug);
  if (!found) throw new Error(`There is no lesson "${slug}"`);
  const { folder } = found.lesson;
  return kept(quizFile(folder), () =>
    readQuiz(folder, read(`lessons/${folder}/quiz.yaml`, 'Write a quiz.yaml beside the lesson.mdx.')),
  );
}

/** What each term means, by id. */
export function loadGlossary(): Glossary {
  return kept('glossary', () => readGlossary(read('glossary.yaml', 'Write it, if only {}.')));
}

/** What people believe instead, by id. */
export function loadMisconceptions(): Misconceptions {
  return kept('misconceptions', () =>
    readMisconceptions(read('misconceptions.yaml', 'Write it, if only {}.')),
  );
}

function read(file: string, advice: string): string {
  const full = path.join(root, file);
  if (existsSync(full)) return readFileSync(full, 'utf8');
  throw new ContentError([{ file: `content/${file}`, reason: 'There is no such file.', advice }]);
}

const cache = new Map<string, unknown>();

/** In development the files change under us. */
function kept<T>(key: string, make: () => T): T {
  if (process.env.NODE_ENV !== 'production') return make();
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}
