import { describe, expect, test } from 'vitest';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { checkBuilds } from '@/lib/figures/check-builds';
import { figure } from '@/lib/figures/figure';
import { compareChallenges } from '@/lib/quiz/build';
import { isRight, readGiven } from '@/lib/quiz/kinds';
import type { Question } from '@/lib/quiz/question';
import { checkContent } from './check';
import { findLesson, listLessons, loadMisconceptions, loadQuiz } from './lessons';
import type { QuizQuestion } from './question-kinds';
import { paramsThatMatter } from './question-kinds/build';
import { versionsOf } from './quiz';

const lessons = listLessons();
const questions = lessons.flatMap(({ slug }) =>
  loadQuiz(slug).flatMap((item) =>
    versionsOf(item).map(({ key, question }) => [`${item.id}${key}`, question] as const),
  ),
);
const written = questions.flatMap(([name, question]) =>
  question.kind === 'build' ? [] : [[name, question] as const],
);
const built = questions.flatMap(([name, question]) =>
  question.kind === 'build' ? [[name, question] as const] : [],
);

describe('the content', () => {
  test('names nothing that is not there, and no id twice', async () => {
    await checkContent();
  }, 30_000);

  test('has lessons in the order of their modules, which are counted from 0 without a gap', () => {
    const modules = lessons.map(({ module }) => module.number);
    expect(modules).toEqual([...modules].sort((a, b) => a - b));
    expect([...new Set(modules)]).toEqual(Array.from(new Set(modules), (_, index) => index));
  });

  test('calls each module by one name', () => {
    const names = new Set(lessons.map(({ module }) => `${module.number} ${module.title}`));
    expect(names.size).toBe(new Set(lessons.map(({ module }) => module.number)).size);
  });

  test.each(lessons.map(({ slug }) => slug))('%s has an exercise and knows its neighbours', (slug) => {
    const lesson = findLesson(slug);
    expect(lesson?.lesson.exercises.length).toBeGreaterThan(0);
    expect([lesson?.previous?.slug, lesson?.next?.slug]).toEqual([
      lessons[lessons.findIndex((lesson) => lesson.slug === slug) - 1]?.slug,
      lessons[lessons.findIndex((lesson) => lesson.slug === slug) + 1]?.slug,
    ]);
  });

  test.each(written)('%s can be answered right', (_, question) => {
    const asked = answerable(question);
    expect(isRight(asked, readGiven(asked, rightAnswer(question)))).toBe(true);
  });

  test('offers no status as wrong, and asks for no parameter, that the server contradicts', async () => {
    await checkBuilds(serverAnswer);
  }, 30_000);

  test.each(built)('%s is answered right by the line that the server sends', async (_, { request, must }) => {
    const { challenge } = await serverAnswer(request.exercise, request.draft);
    const line = challenge && `WWW-Authenticate: ${challenge}`;
    expect(compareChallenges(line, { challenge, must: paramsThatMatter({ must }) })).toEqual({ same: true });
  });

  test('explains every misconception that an exercise names', async () => {
    const misconceptions = Object.keys(loadMisconceptions());
    for (const slug of exerciseSlugs()) {
      const { mistakes = [] } = (await loadExercise(slug)) ?? {};
      for (const { misconception } of mistakes)
        if (misconception) expect(misconceptions).toContain(misconception);
    }
  });

  test('finds no lesson where there is none', () => {
    expect(findLesson('constructor')).toBeUndefined();
    expect(findLesson('../10-your-first-401')).toBeUndefined();
  });
});

type Written = Exclude<QuizQuestion, { kind: 'build' }>;

function answerable(question: Written): Question {
  const { ask, rule } = question;
  const keyed = <T>(list: readonly T[]) => list.map((entry, index) => ({ key: String(index), ...entry }));
  const option = ({
    text,
    why,
    correct = false,
  }: {
    text: string;
    why: string;
    correct?: boolean | undefined;
  }) => ({
    text,
    why,
    correct,
  });
  switch (question.kind) {
    case 'choose':
    case 'several':
      return { kind: question.kind, ask, rule, options: keyed(question.options.map(option)) };
    case 'field': {
      const { answer, why } = question;
      return { kind: 'field', ask, rule, answer, why, mistakes: [] };
    }
    case 'order':
      return { kind: 'order', ask, rule, steps: keyed(question.steps) };
    case 'lie': {
      const others = question.lines.map(({ line, why }) => option({ text: line, why }));
      const lines = keyed([option({ text: question.lie, why: question.why, correct: true }), ...others]);
      return { kind: 'lie', ask, rule, lines };
    }
  }
}

function rightAnswer(question: Written): string {
  switch (question.kind) {
    case 'choose':
    case 'several':
      return question.options.flatMap(({ correct }, index) => (correct ? [index] : [])).join(',');
    case 'field':
      return question.answer;
    case 'order':
      return question.steps.map((_, index) => index).join(',');
    case 'lie':
      return '0';
  }
}

async function serverAnswer(exercise: string, draft: string) {
  const { status, fields } = (await figure(exercise, draft)).response;
  const challenges = fields.filter(([name]) => name.toLowerCase() === 'www-authenticate');
  return { status, challenge: challenges.map(([, value]) => value).join(', ') };
}
