import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PracticeAnswer } from '@/lib/progress/progress';
import { levels } from './family';
import { downAfter, standingAfter, upAfter } from './standing';

/** Answers as `1+` (right at level 1) and `2-` (wrong at level 2), one a second. */
const answers = (text: string): PracticeAnswer[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((outcome, second) => ({
      at: new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString(),
      level: Number(outcome[0]) as 1 | 2 | 3,
      seed: `s${second}`,
      correct: outcome[1] === '+',
    }));

describe('where a learner stands', () => {
  test.each([
    ['', 1, 0, 3],
    ['1+', 1, 1, 2],
    ['1+ 1+', 1, 2, 1],
    ['1+ 1+ 1+', 2, 3, 3],
    ['1+ 1- 1+ 1+', 1, 2, 1],
    ['1+ 1+ 1+ 2-', 2, 0, 3],
    ['1+ 1+ 1+ 2- 2-', 1, 0, 3],
    ['1+ 1+ 1+ 2- 2- 1+', 1, 1, 2],
    ['2+ 2+ 2+', 3, 3, undefined],
    ['3+ 3+ 3+ 3+ 3+', 3, 5, undefined],
    ['3- 3-', 2, 0, 3],
    ['1- 1- 1- 1-', 1, 0, 3],
    ['1+ 3+', 3, 2, undefined],
    ['1+ 3-', 3, 0, undefined],
  ])('after “%s”: level %i, %i in a row', (text, level, streak, toGo) => {
    expect(standingAfter(answers(text))).toEqual({ level, streak, ...(toGo !== undefined && { toGo }) });
  });

  test('follows from the last answers alone, so that a document that was cut says the same', () => {
    const outcomes = fc.record({ level: fc.constantFrom(...levels), correct: fc.boolean() });
    const some = fc.array(outcomes, { maxLength: 30 });
    fc.assert(
      fc.property(
        some,
        fc.array(outcomes, { minLength: Math.max(upAfter, downAfter), maxLength: 20 }),
        (old, late) => {
          const full = (list: typeof late) => list.map((each) => ({ ...each, at: '', seed: 'a' }));
          expect(standingAfter(full([...old, ...late])).level).toBe(standingAfter(full(late)).level);
        },
      ),
    );
  });
});
