import { expect, test } from 'vitest';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import { resourceOf } from '@/lib/sandbox/open-resource';
import { type Answer, emptyProgress } from './progress';
import { schedule, sheets } from './schedule';

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 9)).toISOString();
const answer = (at: string, correct: boolean, sure: Answer['sure'] = 'fairly'): Answer => ({
  at,
  correct,
  sure,
  variant: 0,
  given: '0',
});
const withAnswers = (...answers: Answer[]) => ({ ...emptyProgress, answers: { item: answers } });

test('nothing done, nothing due', () => {
  expect(schedule(emptyProgress)).toEqual([]);
});

test('what was missed comes back on the next day', () => {
  expect(schedule(withAnswers(answer(day(1), false, 'sure')))).toEqual([
    { kind: 'item', id: 'item', due: day(2) },
  ]);
});

test('the surer the right answer, the later it comes back', () => {
  const due = (sure: Answer['sure']) => schedule(withAnswers(answer(day(1), true, sure)))[0]?.due ?? '';
  expect(due('guess') < due('fairly')).toBe(true);
  expect(due('fairly') < due('sure')).toBe(true);
});

test('a right answer minutes after a miss does not hide the miss', () => {
  const again = answer('2026-01-01T09:05:00.000Z', true);
  expect(schedule(withAnswers(answer(day(1), false), again))[0]?.due).toBe(day(2));
});

test('right on several days spreads out', () => {
  const [first] = schedule(withAnswers(answer(day(1), false)));
  const [second] = schedule(withAnswers(answer(day(1), false), answer(day(2), true)));
  const [third] = schedule(withAnswers(answer(day(1), false), answer(day(2), true), answer(day(5), true)));
  expect([first?.due, second?.due]).toEqual([day(2), day(5)]);
  expect((third?.due ?? '') > day(10)).toBe(true);
});

test('a solved exercise is due later than one that was only practised, and the soonest stands first', () => {
  const dues = schedule({
    ...emptyProgress,
    exercises: { 'a-solved-one': { solved: [day(1)] }, 'practised-one': { practised: [day(1)] } },
  });
  expect(dues.map(({ id }) => id)).toEqual(['practised-one', 'a-solved-one']);
});

// Every exercise is loaded for it.
test('exercises with a sheet do not come back, and are named here', async () => {
  const withSheet: string[] = [];
  for (const slug of exerciseSlugs()) {
    const exercise = await loadExercise(slug);
    if (!exercise) throw new Error(`There is no exercise ${slug}`);
    const { resource } = await resourceOf(
      slug,
      exercise,
      'attempt-of-the-tests',
      'a secret',
      () => new Date(),
    );
    // A proposal is one answer, which five minutes hold.
    if (resource.sheet && resource.sheet.kind !== 'proposal') withSheet.push(slug);
  }
  expect(withSheet.sort()).toEqual([...sheets].sort());
  expect(schedule({ ...emptyProgress, exercises: { 'incident-exam': { solved: [day(1)] } } })).toEqual([]);
}, 30_000);
