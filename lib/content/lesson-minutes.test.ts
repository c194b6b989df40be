import { describe, expect, test } from 'vitest';
import { isExam, lessonParts, minutesFor } from './lesson-minutes';
import { findLesson, lessonText, listLessons, neededBy } from './lessons';
import { readingOf } from './readability';
import { sequenceWords } from './sequences';

/** A lesson that takes longer is cut, or becomes two. */
const mostMinutes = 15;

const nothing = { words: 0, predictions: 0, exercises: [], questions: 0 };

describe('the minutes of a lesson', () => {
  test.each([
    ['190 words a minute', { ...nothing, words: 950 }, 5],
    ['20 seconds a prediction', { ...nothing, predictions: 6 }, 2],
    ['3 minutes for the first exercise, 4 for each other', { ...nothing, exercises: Array(3) }, 11],
    ['what an exercise declares', { ...nothing, exercises: [10, undefined] }, 14],
    ['35 seconds a question', { ...nothing, questions: 12 }, 7],
    ['all of it', { words: 950, predictions: 3, exercises: Array(2), questions: 6 }, 17],
  ])('count %s', (_, parts, minutes) => {
    const exercises = [...(parts.exercises as (number | undefined)[])];
    expect(minutesFor({ ...parts, exercises })).toBe(minutes);
  });

  test('are made from its text, its exercises and its quiz', async () => {
    const lesson = findLesson('your-first-401')?.lesson;
    if (!lesson) throw new Error('There is no first lesson.');
    const parts = await lessonParts(lesson);
    expect(parts.words).toBeGreaterThan(200);
    expect(parts.predictions).toBeGreaterThan(0);
    expect(parts.exercises).toHaveLength(lesson.exercises.length);
    expect(parts.questions).toBeGreaterThanOrEqual(6);
  });

  test('count the words of its sequences', async () => {
    const lesson = findLesson('expired');
    if (!lesson) throw new Error('There is no such lesson.');
    const [text, race] = [lessonText(lesson.lesson.folder), '<Sequence name="refresh-race" />'];
    expect(text).toContain(race);
    const { words } = await lessonParts(lesson.lesson);
    expect(words - readingOf(text).words).toBe(sequenceWords(race));
    expect(sequenceWords(race)).toBeGreaterThan(50);
  });

  test(`are ${mostMinutes} at most in every lesson but that of an exam`, async () => {
    const timed = listLessons().map(async (lesson) => {
      if (await isExam(lesson)) return [];
      const timedParts = await lessonParts(lesson);
      const minutes = minutesFor(timedParts);
      const { words, predictions, exercises, questions } = timedParts;
      const parts = `${words} words, ${predictions} predictions, ${exercises.length} exercises, ${questions} questions`;
      return minutes > mostMinutes ? [`${lesson.folder}: ${minutes} minutes (${parts})`] : [];
    });
    const long = (await Promise.all(timed)).flat();
    expect(long, 'Cut these, or move a part into another lesson or into practice').toEqual([]);
  }, 30_000);

  test('are free in one lesson alone, the last of its module, whose exercise is declared as an exam', async () => {
    const lessons = listLessons();
    const exams = await Promise.all(lessons.map(async (lesson) => ((await isExam(lesson)) ? [lesson] : [])));
    const [exam, ...more] = exams.flat();
    expect(more).toEqual([]);
    const ofModule = lessons.filter(({ module }) => module.number === exam?.module.number);
    expect(exam?.slug).toBe(ofModule.at(-1)?.slug);
  }, 30_000);
});

test('a lesson needs what it names, else the lesson before it, and the first needs none', () => {
  const lessons = listLessons();
  const [first, second] = lessons;
  if (!first || !second) throw new Error('There are no two lessons.');
  expect(neededBy({ ...first, needs: undefined })).toEqual([]);
  expect(neededBy({ ...second, needs: undefined }).map(({ slug }) => slug)).toEqual([first.slug]);
  expect(neededBy({ ...second, needs: [] })).toEqual([]);
  const last = lessons.at(-1) ?? second;
  expect(neededBy({ ...last, needs: [second.slug, first.slug] }).map(({ slug }) => slug)).toEqual([
    first.slug,
    second.slug,
  ]);
});
