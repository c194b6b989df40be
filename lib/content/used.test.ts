/** Nothing is left lying about: every exercise is met in some lesson or cause, every misconception is named somewhere. */
import { expect, test } from 'vitest';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { causeFile } from './cause';
import { causeText, listCauses } from './causes';
import { lessonFile } from './lesson';
import { lessonText, listLessons, loadMisconceptions, loadQuiz } from './lessons';
import { mdxNodes } from './mdx-nodes';
import { draftsNamed } from './question-kinds';
import { versionsOf } from './quiz';
import { listWays } from './ways';

const exercises = await Promise.all(
  exerciseSlugs().map(async (slug) => ({ slug, exercise: await loadExercise(slug) })),
);
const quizzes = listLessons().map(({ slug }) => loadQuiz(slug));

/** The exercises that a text shows, or leads to by a link. */
function exercisesOf(text: string, file: string): string[] {
  return mdxNodes(text, file).flatMap((node) => {
    if (node.type === 'link') return /^\/sandbox\/([a-z0-9-]+)(?:[?#]|$)/.exec(node.url)?.[1] ?? [];
    if (node.type !== 'element') return [];
    return [node.attributes.exercise ?? [], node.attributes.with ?? []].flat();
  });
}

test('some lesson, cause or way uses every exercise', () => {
  const used = new Set([
    ...listLessons().flatMap(({ folder }) => exercisesOf(lessonText(folder), lessonFile(folder))),
    ...listCauses().flatMap(({ file, exercise }) => [
      ...exercisesOf(causeText(file), causeFile(file)),
      ...(exercise ? [exercise.slug] : []),
    ]),
    ...listWays().map(({ exam }) => exam),
    ...quizzes
      .flat()
      .flatMap(versionsOf)
      .flatMap(({ question }) => draftsNamed(question).map(({ exercise }) => exercise)),
  ]);
  const idle = exercises.filter(({ slug, exercise }) => !exercise?.open && !used.has(slug));
  expect(idle.map(({ slug }) => slug)).toEqual([]);
}, 30_000);

test('some quiz, exercise or cause names every misconception', () => {
  const inQuizzes = [...JSON.stringify(quizzes).matchAll(/"misconception":"([^"]+)"/g)].map(([, id]) => id);
  const named = new Set([
    ...inQuizzes,
    ...listCauses().map(({ misconception }) => misconception),
    ...exercises.flatMap(
      ({ exercise }) => exercise?.mistakes.map(({ misconception }) => misconception) ?? [],
    ),
  ]);
  expect(Object.keys(loadMisconceptions()).filter((id) => !named.has(id))).toEqual([]);
});

test('no two misconceptions are told in the same words', () => {
  const beliefs = Object.values(loadMisconceptions()).map(({ says }) => says);
  expect(new Set(beliefs).size).toBe(beliefs.length);
});
