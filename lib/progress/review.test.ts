import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered } from './changes';
import { dayAfter } from './days';
import { beliefsHeld, durabilityOf, holdOf } from './learned';
import { mergeProgress } from './merge';
import { planDays } from './plan';
import { type Answer, answeredOf, emptyProgress, type Progress } from './progress';
import { type Due, schedule } from './schedule';
import { inTurn, questionsADay, questionsAnExercise, questionsDue, reviewedToday } from './session';

const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
type Given = Partial<Omit<Answer, 'at'>>;
const answer = (at: string, correct: boolean, given: Given = {}): Answer => ({
  at,
  correct,
  sure: 'fairly',
  variant: 0,
  given: '0',
  ...given,
});
const progressWith = (
  answers: Readonly<Record<string, readonly Answer[]>>,
  more: Partial<Progress> = {},
): Progress => mergeProgress({ ...emptyProgress, ...more, answers }, emptyProgress);
const believing = (id: string) => ({ beliefs: [id] });

describe('a question', () => {
  test.each([
    ['new', []],
    ['missed', [answer(on(1), false)]],
    ['missed', [answer(on(1), false), answer(on(1, 10), true)]],
    ['once', [answer(on(1), true)]],
    ['once', [answer(on(1), true), answer(on(1, 10), true)]],
    ['once', [answer(on(1), false), answer(on(2), true)]],
    ['holds', [answer(on(1), true), answer(on(4), true)]],
    ['missed', [answer(on(1), true), answer(on(4), true), answer(on(9), false)]],
    ['once', [answer(on(1), true), answer(on(4), false), answer(on(5), true)]],
  ])('is %s', (beliefs, answers) => {
    expect(holdOf(answers)).toBe(beliefs);
  });
});

describe('a lesson', () => {
  const lesson = { items: ['a', 'b'], exercises: ['first-401'] };
  const twice = [answer(on(1), true), answer(on(2), true)];

  test('is durable once every question holds and an exercise was solved', () => {
    const exercises = { 'first-401': { solved: [on(1)] } };
    const all = progressWith({ a: twice, b: twice }, { exercises });
    expect(durabilityOf(all, lesson)).toMatchObject({ durable: true, solved: 1 });
    expect(durabilityOf(progressWith({ a: twice }, { exercises }), lesson)).toMatchObject({
      durable: false,
      questions: { holds: 1, new: 1 },
    });
  });

  test('is not durable while its exercise was solved with the solution open', () => {
    const exercises = { 'first-401': { practised: [on(1)] } };
    const all = progressWith({ a: twice, b: twice }, { exercises });
    expect(durabilityOf(all, lesson)).toMatchObject({ durable: false, solved: 0 });
  });
});

describe('a belief', () => {
  test('is held from the wrong answer on, and not yet overcome on the same day', () => {
    const answers = [answer(on(1), false, believing('log-in-again')), answer(on(1, 10), true)];
    expect(beliefsHeld(progressWith({ a: answers }))).toEqual([
      { id: 'log-in-again', heldAt: on(1), items: ['a'], overcome: false },
    ]);
  });

  test('is overcome once its question is right on a later day', () => {
    const answers = [answer(on(1), false, believing('log-in-again')), answer(on(2), true)];
    expect(beliefsHeld(progressWith({ a: answers }))[0]?.overcome).toBe(true);
  });

  test('that was behind two questions is overcome with both alone', () => {
    const wrong = answer(on(1), false, believing('log-in-again'));
    const progress = progressWith({ a: [wrong, answer(on(2), true)], b: [wrong] });
    expect(beliefsHeld(progress)[0]).toMatchObject({ items: ['a', 'b'], overcome: false });
  });

  test('that comes back is held again, and stands first', () => {
    const progress = progressWith({
      a: [
        answer(on(1), false, believing('log-in-again')),
        answer(on(2), true),
        answer(on(5), false, believing('log-in-again')),
      ],
      b: [answer(on(6), false, believing('clear-history')), answer(on(7), true)],
    });
    expect(beliefsHeld(progress).map(({ id, overcome }) => [id, overcome])).toEqual([
      ['log-in-again', false],
      ['clear-history', true],
    ]);
  });

  test('survives the change that records it, and a merge with an older copy', () => {
    const wrong = {
      correct: false,
      sure: 'sure',
      variant: 0,
      given: '1',
      beliefs: ['clear-history'],
    } as const;
    const now = mergeProgress(emptyProgress, answered('a', wrong, on(1)));
    expect(beliefsHeld(mergeProgress(now, emptyProgress))).toHaveLength(1);
    expect(now.answers.a).toEqual([{ at: on(1), ...wrong }]);
  });
});

describe('today', () => {
  const versions = new Map([
    ['a', 2],
    ['b', 3],
    ['c', 2],
  ]);
  const due = (progress: Progress, now: string, most?: number) =>
    questionsDue(progress, schedule(progress), versions, now, most);

  test('has what is due, in a version that was not the last one', () => {
    const progress = progressWith({ a: [answer(on(1), false)], b: [answer(on(1), false, { variant: 2 })] });
    expect(due(progress, on(2, 0))).toEqual([
      { item: 'a', version: 1 },
      { item: 'b', version: 0 },
    ]);
    expect(due(progress, on(1, 23))).toEqual([]);
  });

  test('begins with what was missed in certainty, then with what a belief is behind', () => {
    const progress = progressWith({
      a: [answer(on(1), false)],
      b: [answer(on(2), false, believing('clear-history'))],
      c: [answer(on(3), false, { sure: 'sure' })],
    });
    expect(due(progress, on(9)).map(({ item }) => item)).toEqual(['c', 'b', 'a']);
    expect(due(progress, on(9), 1)).toHaveLength(1);
  });

  test('leaves out questions that are asked no more', () => {
    expect(due(progressWith({ gone: [answer(on(1), false)] }), on(9))).toEqual([]);
  });

  test('whatever is answered today is not due today any more', () => {
    for (const correct of [true, false]) {
      const progress = progressWith({ a: [answer(on(1), false), answer(on(3, 23), correct)] });
      expect(due(progress, on(3, 23))).toEqual([]);
    }
  });

  test('counts what came back, and not what is new', () => {
    const progress = progressWith(
      {
        a: [answer(on(1), true), answer(on(3), true)],
        b: [answer(on(3), true)],
        c: [answer(on(1), true)],
      },
      {
        exercises: { 'first-401': { practised: [on(1)], solved: [on(3)] }, 'first-403': { solved: [on(3)] } },
      },
    );
    expect(reviewedToday(progress, on(3, 20))).toEqual({ questions: 1, exercises: 1 });
  });
});

describe('the plan', () => {
  const waiting = (kind: Due['kind'], count: number, day = 1): Due[] =>
    Array.from({ length: count }, (_, index) => ({ kind, id: `${kind}-${100 + index}`, due: on(day) }));
  const sizes = (progress: Progress, dues: readonly Due[], now = on(5)) =>
    planDays(progress, dues, now).days.map((day) => day.dues.length);

  test('has fourteen days, and what is overdue is today', () => {
    const progress = progressWith({ a: [answer(on(1), false)], b: [answer(on(1), true)] });
    const { days, over } = planDays(progress, schedule(progress), on(5));
    expect(days).toHaveLength(14);
    expect(days[0]).toMatchObject({ day: '2026-01-05', dues: [{ id: 'a' }, { id: 'b' }] });
    expect(over).toBe(0);
    const ahead = sizes(progress, schedule(progress), on(1));
    expect(ahead.slice(0, 2)).toEqual([0, 1]);
    expect(ahead.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test('gives no day more than five minutes hold, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ kind: fc.constantFrom('item', 'exercise'), day: fc.integer({ min: 1, max: 20 }) }),
        ),
        (list) => {
          const dues = list.map(({ kind, day }, index): Due => ({ kind, id: `one-${index}`, due: on(day) }));
          const { days, over } = planDays(emptyProgress, dues, on(5));
          for (const { day, dues } of days) {
            const length = dues.map(({ kind }) => (kind === 'exercise' ? questionsAnExercise : 1));
            expect(length.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(questionsADay);
            expect(dues.every(({ due }) => due.slice(0, 10) <= day)).toBe(true);
          }
          const planned = days.flatMap(({ dues }) => dues);
          expect(new Set(planned).size).toBe(planned.length);
          expect(planned.length + over).toBe(dues.filter(({ due }) => due < on(19)).length);
        },
      ),
    );
  });

  test('spreads twenty-seven exercises that are due on one day over two weeks', () => {
    expect(sizes(emptyProgress, waiting('exercise', 27))).toEqual([...Array(13).fill(2), 1]);
    expect(planDays(emptyProgress, waiting('exercise', 30), on(5)).over).toBe(2);
  });

  test('has one exercise a day while questions wait, and two where none is left', () => {
    const dues = [...waiting('exercise', 4), ...waiting('item', 6, 2)];
    const kinds = planDays(emptyProgress, dues, on(5)).days.map((day) => day.dues.map(({ kind }) => kind));
    expect(kinds.slice(0, 4)).toEqual([
      ['exercise', 'item', 'item', 'item', 'item'],
      ['exercise', 'item', 'item'],
      ['exercise', 'exercise'],
      [],
    ]);
  });

  test('lets questions pass an exercise that finds no room beside the older ones', () => {
    const dues = [...waiting('item', 5), ...waiting('exercise', 1, 2), ...waiting('item', 9, 3).slice(5)];
    const [today, tomorrow] = planDays(emptyProgress, dues, on(5)).days;
    expect(today?.dues.map(({ kind }) => kind)).toEqual(Array(8).fill('item'));
    expect(tomorrow?.dues.map(({ kind }) => kind)).toEqual(['exercise', 'item']);
  });

  test('counts what came back today as part of today', () => {
    const twice = [answer(on(1), true), answer(on(5), true)];
    const progress = progressWith(
      { a: twice, b: twice },
      { exercises: { 'first-401': { solved: [on(1), on(5)] } } },
    );
    expect(sizes(progress, waiting('item', 12)).slice(0, 3)).toEqual([2, 8, 2]);
  });

  test('begins with what was missed, then with the oldest, and of one day with the least certain', () => {
    const progress = progressWith(
      {
        guessed: [answer(on(1), true, { sure: 'guess' })],
        certain: [answer(on(1), true, { sure: 'sure' })],
        missed: [answer(on(3), false)],
      },
      { exercises: { practised: { practised: [on(1)] }, solved: { solved: [on(1)] } } },
    );
    const due = (kind: Due['kind'], id: string, day: number): Due => ({ kind, id, due: on(day) });
    const dues = [
      due('exercise', 'solved', 3),
      due('item', 'certain', 3),
      due('item', 'guessed', 3),
      due('exercise', 'practised', 3),
      due('item', 'oldest', 2),
      due('item', 'missed', 4),
    ];
    expect(inTurn(progress, dues).map(({ id }) => id)).toEqual([
      ...['missed', 'oldest', 'guessed', 'practised', 'certain', 'solved'],
    ]);
  });

  test('counts days across the end of a month', () => {
    expect(dayAfter('2026-02-27T23:59:59.999Z', 2)).toBe('2026-03-01');
  });
});

describe('the quiz of a lesson', () => {
  test('is answered question by question, rightly or not', () => {
    const progress = progressWith({ a: [answer(on(1), false)], other: [answer(on(1), true)] });
    expect(answeredOf(progress, ['a', 'b', 'constructor'])).toBe(1);
  });
});
