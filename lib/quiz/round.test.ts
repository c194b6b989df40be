import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sureness } from '@/lib/progress/progress';
import { playRound } from './round';
import { shuffle } from './shuffle';

const items = ['a', 'b', 'c'].map((id) => ({ id, versions: 2 }));

let clock = 0;
const answer = (item: string, correct: boolean, { sure = 'fairly' as Sureness, variant = 0 } = {}) => ({
  item,
  answer: {
    at: new Date(Date.UTC(2026, 0, 1) + 1000 * ++clock).toISOString(),
    correct,
    sure,
    variant,
    given: '0',
  },
});
const open = (round: ReturnType<typeof playRound>) => round.asked.filter((entry) => !entry.answer);

describe('a round', () => {
  test('asks every item once, in order', () => {
    expect(playRound(items, []).asked.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  });

  test('all right at the first try is done', () => {
    const round = playRound(items, [answer('b', true), answer('a', true), answer('c', true)]);
    expect(round).toMatchObject({ done: true, firstTry: 3, final: 3, missed: [] });
    expect(open(round)).toEqual([]);
  });

  test('a missed item comes back as a variant after the others', () => {
    const answers = [answer('a', false), answer('b', true)];
    expect(open(playRound(items, answers)).map(({ item }) => item)).toEqual(['c']);
    const round = playRound(items, [...answers, answer('c', true)]);
    expect(open(round)).toEqual([{ item: 'a', version: 1, again: true }]);
    expect(round).toMatchObject({ done: false, firstTry: 2, final: 2, missed: ['a'] });
  });

  test('what was missed in certainty comes back first', () => {
    const round = playRound(items, [
      answer('a', false, { sure: 'guess' }),
      answer('b', false, { sure: 'sure' }),
      answer('c', true),
    ]);
    expect(open(round)).toEqual([{ item: 'b', version: 1, again: true }]);
  });

  test('never comes back directly behind itself: the least sure of the others comes between', () => {
    const answers = [
      answer('a', true, { sure: 'sure' }),
      answer('b', true, { sure: 'guess' }),
      answer('c', false),
    ];
    expect(open(playRound(items, answers))).toEqual([{ item: 'b', version: 1, again: true }]);
    const after = playRound(items, [...answers, answer('b', true, { variant: 1 })]);
    expect(open(after)).toEqual([{ item: 'c', version: 1, again: true }]);
  });

  test('first try and final are counted apart', () => {
    const round = playRound(items, [
      answer('a', false),
      answer('b', true),
      answer('c', true),
      answer('a', true, { variant: 1 }),
    ]);
    expect(round).toMatchObject({ done: true, firstTry: 2, final: 3, missed: ['a'] });
  });

  test('an answer that fits no open question is left out', () => {
    expect(playRound(items, [answer('z', true), answer('a', true, { variant: 7 })]).asked).toHaveLength(3);
  });

  test('a version is never asked twice: an item without another one is left to the review', () => {
    const round = playRound(items, [
      answer('a', false),
      answer('b', true),
      answer('c', true),
      answer('a', false, { variant: 1 }),
    ]);
    expect(open(round)).toEqual([]);
    expect(round).toMatchObject({ done: true, firstTry: 2, final: 2, missed: ['a'] });
  });

  test('what has a third version is asked a third time', () => {
    const three = items.map(({ id }) => ({ id, versions: 3 }));
    const answers = [
      answer('a', false),
      answer('b', true),
      answer('c', true),
      answer('a', false, { variant: 1 }),
    ];
    expect(open(playRound(three, answers))).toEqual([{ item: 'b', version: 1, again: true }]);
    const after = [...answers, answer('b', true, { variant: 1 })];
    expect(open(playRound(three, after))).toEqual([{ item: 'a', version: 2, again: true }]);
  });

  test('however it goes, no version is asked twice, and it ends with every item right or used up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom('guess', 'fairly', 'sure')), { maxLength: 30 }),
        (plays) => {
          const answers: ReturnType<typeof answer>[] = [];
          for (const [correct, sure] of plays) {
            const { asked, done } = playRound(items, answers);
            const names = asked.map(({ item, version }) => `${item}/${version}`);
            expect(new Set(names).size).toBe(names.length);
            const next = asked.find((entry) => !entry.answer);
            expect(done).toBe(next === undefined);
            if (!next) {
              const last = new Map(asked.map((entry) => [entry.item, entry]));
              for (const { version, answer: given } of last.values()) {
                expect(given?.correct || version === 1).toBe(true);
              }
              return;
            }
            answers.push(answer(next.item, correct, { sure: sure as Sureness, variant: next.version }));
          }
        },
      ),
    );
  });
});

describe('shuffling', () => {
  test('keeps every option, is the same every time, and is never the order given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 6 }), fc.string(), (list, seed) => {
        const shuffled = shuffle(list, seed);
        expect([...shuffled].sort()).toEqual([...list].sort());
        expect(shuffle(list, seed)).toEqual(shuffled);
        expect(shuffled).not.toEqual(list);
      }),
    );
  });
});
