import { describe, expect, test } from 'vitest';
import { answered } from './changes';
import { dayAfter } from './days';
import { beliefsHeld, durabilityOf, holdOf } from './durable';
import { forecast } from './forecast';
import { mergeProgress } from './merge';
import { type Answer, emptyProgress, type Progress } from './progress';
import { schedule } from './schedule';
import { questionsDue, reviewedToday } from './session';

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
const kept = (answers: Readonly<Record<string, readonly Answer[]>>, more: Partial<Progress> = {}): Progress =>
  mergeProgress({ ...emptyProgress, ...more, answers }, emptyProgress);
const held = (id: string) => ({ beliefs: [id] });

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
  ])('is %s', (hold, answers) => {
    expect(holdOf(answers)).toBe(hold);
  });
});

describe('a lesson', () => {
  const lesson = { items: ['a', 'b'], exercises: ['first-401'] };
  const twice = [answer(on(1), true), answer(on(2), true)];

  test('is durable once every question holds and an exercise was solved', () => {
    const exercises = { 'first-401': { solved: [on(1)] } };
    const all = kept({ a: twice, b: twice }, { exercises });
    expect(durabilityOf(all, lesson)).toMatchObject({ durable: true, solved: 1 });
    expect(durabilityOf(kept({ a: twice }, { exercises }), lesson)).toMatchObject({
      durable: false,
      questions: { holds: 1, new: 1 },
    });
  });

  test('is not durable while its exercise was solved with the solution open', () => {
    const exercises = { 'first-401': { practised: [on(1)] } };
    const all = kept({ a: twice, b: twice }, { exercises });
    expect(durabilityOf(all, lesson)).toMatchObject({ durable: false, solved: 0 });
  });
});

describe('a belief', () => {
  test('is held from the wrong answer on, and not yet overcome on the same day', () => {
    const answers = [answer(on(1), false, held('log-in-again')), answer(on(1, 10), true)];
    expect(beliefsHeld(kept({ a: answers }))).toEqual([
      { id: 'log-in-again', heldAt: on(1), items: ['a'], overcome: false },
    ]);
  });

  test('is overcome once its question is right on a later day', () => {
    const answers = [answer(on(1), false, held('log-in-again')), answer(on(2), true)];
    expect(beliefsHeld(kept({ a: answers }))[0]?.overcome).toBe(true);
  });

  test('that was behind two questions is overcome with both alone', () => {
    const wrong = answer(on(1), false, held('log-in-again'));
    const one = kept({ a: [wrong, answer(on(2), true)], b: [wrong] });
    expect(beliefsHeld(one)[0]).toMatchObject({ items: ['a', 'b'], overcome: false });
  });

  test('that comes back is held again, and stands first', () => {
    const progress = kept({
      a: [
        answer(on(1), false, held('log-in-again')),
        answer(on(2), true),
        answer(on(5), false, held('log-in-again')),
      ],
      b: [answer(on(6), false, held('clear-history')), answer(on(7), true)],
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
    const progress = kept({ a: [answer(on(1), false)], b: [answer(on(1), false, { variant: 2 })] });
    expect(due(progress, on(2, 0))).toEqual([
      { item: 'a', version: 1 },
      { item: 'b', version: 0 },
    ]);
    expect(due(progress, on(1, 23))).toEqual([]);
  });

  test('begins with what was missed in certainty, then with what a belief is behind', () => {
    const progress = kept({
      a: [answer(on(1), false)],
      b: [answer(on(2), false, held('clear-history'))],
      c: [answer(on(3), false, { sure: 'sure' })],
    });
    expect(due(progress, on(9)).map(({ item }) => item)).toEqual(['c', 'b', 'a']);
    expect(due(progress, on(9), 1)).toHaveLength(1);
  });

  test('leaves out questions that are asked no more', () => {
    expect(due(kept({ gone: [answer(on(1), false)] }), on(9))).toEqual([]);
  });

  test('whatever is answered today is not due today any more', () => {
    for (const correct of [true, false]) {
      const progress = kept({ a: [answer(on(1), false), answer(on(3, 23), correct)] });
      expect(due(progress, on(3, 23))).toEqual([]);
    }
  });

  test('counts what came back, and not what is new', () => {
    const progress = kept({
      a: [answer(on(1), true), answer(on(3), true)],
      b: [answer(on(3), true)],
      c: [answer(on(1), true)],
    });
    expect(reviewedToday(progress, on(3, 20))).toBe(1);
  });
});

describe('the forecast', () => {
  test('has a number for each of fourteen days, and what is overdue today', () => {
    const progress = kept({ a: [answer(on(1), false)], b: [answer(on(1), true)] });
    const days = forecast(schedule(progress), on(5));
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({ day: '2026-01-05', count: 2 });
    const ahead = forecast(schedule(progress), on(1)).map(({ count }) => count);
    expect(ahead.slice(0, 2)).toEqual([0, 1]);
    expect(ahead.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test('counts days across the end of a month', () => {
    expect(dayAfter('2026-02-27T23:59:59.999Z', 2)).toBe('2026-03-01');
  });
});
