import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, exchanged, imported, practised, resetAllAt, resetExerciseAt } from './changes';
import { historyLimit, latestInstant, mergeProgress, practiceLimit, progressText } from './merge';
import { emptyProgress, exerciseOf, type Progress, progressVersion, sureness } from './progress';
import { readProgress } from './read';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString();
const instants = fc.integer({ min: 0, max: 40 }).map(at);
const names = fc.constantFrom('first-401', 'first-403', 'constructor');
const records = <T>(value: fc.Arbitrary<T>) => fc.dictionary(names, value, { maxKeys: 3 });
const stamped = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: instants });
const drafts = fc.record(
  {
    method: fc.constantFrom('GET', 'PUT'),
    path: fc.constant('/'),
    fields: fc.array(fc.tuple(fc.constant('Authorization'), fc.string({ maxLength: 4 })), { maxLength: 2 }),
    body: fc.string({ maxLength: 3 }),
  },
  { requiredKeys: ['method', 'path', 'fields'] },
);
const exercises = fc.record(
  {
    places: records(
      fc.record(
        {
          attempt: stamped(fc.constantFrom('attempt-1', 'attempt-2')),
          draft: stamped(drafts),
          hints: fc.dictionary(fc.constantFrom('1', '2', '3', '4'), instants),
          tried: instants,
          solved: instants,
        },
        { requiredKeys: [] },
      ),
    ),
    prediction: stamped(fc.record({ expected: fc.constantFrom(null, 401, 403) })),
    tried: instants,
    practised: fc.array(instants, { maxLength: 25 }),
    solved: fc.array(instants, { maxLength: 25 }),
  },
  { requiredKeys: [] },
);
const answers = fc.array(
  fc.record(
    {
      at: instants,
      correct: fc.boolean(),
      sure: fc.constantFrom(...sureness),
      variant: fc.constantFrom(0, 1),
      given: fc.constantFrom('0', '1'),
      beliefs: fc.array(fc.constantFrom('clear-history', 'log-in-again'), { maxLength: 3 }),
    },
    { requiredKeys: ['at', 'correct', 'sure', 'variant', 'given'] },
  ),
  { maxLength: 30 },
);
/** Documents as a program may meet them: not yet in canonical form. */
const documents = fc
  .record({
    all: fc.option(instants, { nil: undefined, freq: 3 }),
    lifted: fc.option(instants, { nil: undefined, freq: 3 }),
    exerciseResets: records(instants),
    rounds: records(instants),
    predictions: records(stamped(fc.string({ maxLength: 3 }))),
    exercises: records(exercises),
    answers: records(answers),
    handlers: fc.option(
      records(
        fc.record(
          { program: stamped(fc.string({ maxLength: 3 })), tried: instants, solved: instants },
          { requiredKeys: [] },
        ),
      ),
      { nil: undefined },
    ),
    practice: fc.option(
      fc.array(
        fc.record({
          at: instants,
          level: fc.constantFrom(1, 2, 3),
          seed: fc.constantFrom('a', 'b'),
          correct: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      { nil: undefined },
    ),
  })
  .map(
    ({ all, lifted, exerciseResets, practice, handlers, ...rest }) =>
      ({
        version: progressVersion,
        resets: { ...(all && { all }), ...(lifted && { lifted }), exercises: exerciseResets },
        ...rest,
        ...(practice && { practice }),
        ...(handlers && { handlers }),
      }) as unknown as Progress,
  );

describe('merging progress', () => {
  test('does not care which file comes first', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(progressText(mergeProgress(a, b))).toBe(progressText(mergeProgress(b, a)));
      }),
    );
  });

  test('does not care in which pairs three copies meet, as long as none was imported', () => {
    const unlifted = documents.map(({ resets: { lifted, ...resets }, ...rest }) => ({ ...rest, resets }));
    fc.assert(
      fc.property(unlifted, unlifted, unlifted, (a, b, c) => {
        const left = mergeProgress(mergeProgress(a, b), c);
        expect(progressText(left)).toBe(progressText(mergeProgress(a, mergeProgress(b, c))));
      }),
    );
  });

  test('changes nothing when the same file is merged again', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const once = mergeProgress(a, b);
        expect(progressText(mergeProgress(once, b))).toBe(progressText(once));
        expect(progressText(mergeProgress(once, once))).toBe(progressText(once));
      }),
    );
  });

  test('keeps what reading back its own text gives', () => {
    fc.assert(
      fc.property(documents, (a) => {
        const merged = mergeProgress(a, emptyProgress);
        expect(readProgress(progressText(merged))).toEqual({ ok: true, progress: merged });
      }),
    );
  });

  test('loses no solved exercise, unless it was reset', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const merged = mergeProgress(a, b);
        for (const slug of Object.keys(a.exercises)) {
          const reset = [a, b].flatMap(({ resets }) => [
            resets.all ?? '',
            Object.hasOwn(resets.exercises, slug) ? resets.exercises[slug] : '',
          ]);
          const stays = a.exercises[slug]?.solved?.some((date) =>
            reset.every((resetDate) => date > (resetDate ?? '')),
          );
          if (stays) expect(exerciseOf(merged, slug).status).toBe('solved');
        }
      }),
    );
  });

  test('a reset also takes what an older file would bring back', () => {
    const before = mergeProgress(
      emptyProgress,
      exchanged(emptyProgress, 'first-401', 'sandbox', solved, at(1)),
    );
    const after = mergeProgress(before, resetExerciseAt('first-401', at(2)));
    expect(exerciseOf(mergeProgress(after, before), 'first-401').status).toBe('new');
    const later = exchanged(after, 'first-401', 'sandbox', solved, at(3));
    expect(exerciseOf(mergeProgress(mergeProgress(after, later), before), 'first-401').status).toBe('solved');
  });

  test('what is imported after a reset comes back whole, and takes nothing away', () => {
    fc.assert(
      fc.property(documents, documents, (file, here) => {
        const merged = mergeProgress(file, emptyProgress);
        const reset = mergeProgress(merged, resetAllAt(at(50)));
        const back = mergeProgress(reset, imported(merged, at(51)));
        expect({ ...back, resets: {} }).toEqual({ ...merged, resets: {} });
        const both = mergeProgress(mergeProgress(here, emptyProgress), imported(merged, at(51)));
        for (const slug of Object.keys(mergeProgress(here, emptyProgress).rounds)) {
          expect(both.rounds).toHaveProperty([slug]);
        }
      }),
    );
  });

  test('a total reset leaves nothing but its date', () => {
    fc.assert(
      fc.property(documents, (a) => {
        const { resets, ...reset } = mergeProgress(a, resetAllAt(at(50)));
        const { resets: _, ...nothing } = emptyProgress;
        expect(reset).toEqual(nothing);
        expect(resets).toMatchObject({ all: at(50), exercises: {} });
      }),
    );
  });

  test('a history keeps its latest answers and no more', () => {
    let progress = emptyProgress;
    for (let second = 0; second < 50; second++) {
      const answer = { correct: true, sure: 'sure', variant: 0, given: '0' } as const;
      progress = mergeProgress(progress, answered('an-item', answer, at(second)));
    }
    expect(progress.answers['an-item']).toHaveLength(historyLimit);
    expect(latestInstant(progress)).toBe(at(49));
  });
});

describe('the practice', () => {
  const first = { level: 1, seed: 'a', correct: true } as const;

  test('counts a situation once, however often its address is opened', () => {
    const once = mergeProgress(emptyProgress, practised(emptyProgress, first, at(1)));
    expect(practised(once, { ...first, correct: false }, at(2))).toBe(emptyProgress);
    expect(practised(once, { ...first, level: 2 }, at(2)).practice).toHaveLength(1);
  });

  test('is the union of two browsers in the order of time, the latest hundred of it', () => {
    const many = (from: number) =>
      Array.from({ length: 80 }, (_, index) => ({
        ...first,
        seed: `${from}${index}`,
        at: at(from + 2 * index),
      }));
    const merged = mergeProgress(
      { ...emptyProgress, practice: many(0) },
      { ...emptyProgress, practice: many(1) },
    );
    expect(merged.practice).toHaveLength(practiceLimit);
    expect(merged.practice?.map((answer) => answer.at)).toEqual(
      Array.from({ length: practiceLimit }, (_, index) => at(60 + index)),
    );
    expect(latestInstant(merged)).toBe(at(159));
  });
});

const solved = { status: 200, solved: true };
