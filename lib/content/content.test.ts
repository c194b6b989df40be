import { describe, expect, test } from 'vitest';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { isRight } from '@/lib/quiz/check-answer';
import { checkContent } from './check';
import { findLesson, listLessons, loadMisconceptions, loadQuiz } from './lessons';
import { type QuizQuestion, versionsOf } from './quiz';

const lessons = listLessons();
const questions = lessons.flatMap(({ slug }) =>
  loadQuiz(slug).flatMap((item) =>
    versionsOf(item).map(({ key, question }) => [`${item.id}${key}`, question] as const),
  ),
);

describe('the content', () => {
  test('names nothing that is not there, and no id twice', async () => {
    await checkContent();
  });

  test('has lessons in the order of their modules', () => {
    const modules = lessons.map(({ module }) => module.number);
    expect(modules).toEqual([...modules].sort((a, b) => a - b));
  });

  test('calls each module by one name', () => {
    const names = new Set(lessons.map(({ module }) => `${module.number} ${module.title}`));
    expect(names.size).toBe(new Set(lessons.map(({ module }) => module.number)).size);
  });

  test.each(lessons.map(({ slug }) => slug))('%s has an exercise and knows its neighbours', (slug) => {
    const found = findLesson(slug);
    expect(found?.lesson.exercises.length).toBeGreaterThan(0);
    expect([found?.previous?.slug, found?.next?.slug]).toEqual([
      lessons[lessons.findIndex((one) => one.slug === slug) - 1]?.slug,
      lessons[lessons.findIndex((one) => one.slug === slug) + 1]?.slug,
    ]);
  });

  test.each(questions)('%s can be answered right', (_, question) => {
    expect(isRight(answerable(question), rightAnswer(question))).toBe(true);
  });

  test('explains every misconception that an exercise names', async () => {
    const known = Object.keys(loadMisconceptions());
    for (const slug of exerciseSlugs()) {
      const { mistakes = [] } = (await loadExercise(slug)) ?? {};
      for (const { misconception } of mistakes) if (misconception) expect(known).toContain(misconception);
    }
  });

  test('finds no lesson where there is none', () => {
    expect(findLesson('constructor')).toBeUndefined();
    expect(findLesson('../10-your-first-401')).toBeUndefined();
  });
});

function answerable(question: QuizQuestion): Parameters<typeof isRight>[0] {
  const keyed = <T>(list: readonly T[]) => list.map((one, index) => ({ key: String(index), ...one }));
  switch (question.kind) {
    case 'choose': {
      const options = keyed(question.options).map((one) => ({
        key: one.key,
        text: one.text,
        why: one.why,
        correct: one.correct ?? false,
      }));
      return { kind: 'choose', ask: question.ask, rule: question.rule, options };
    }
    case 'field':
      return {
        kind: 'field',
        ask: question.ask,
        rule: question.rule,
        answer: question.answer,
        why: question.why,
        mistakes: [],
      };
    case 'order':
      return { kind: 'order', ask: question.ask, rule: question.rule, steps: keyed(question.steps) };
  }
}

function rightAnswer(question: QuizQuestion): string {
  switch (question.kind) {
    case 'choose':
      return String(question.options.findIndex(({ correct }) => correct));
    case 'field':
      return question.answer;
    case 'order':
      return question.steps.map((_, index) => index).join(',');
  }
}
