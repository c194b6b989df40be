/** One exercise out of the document: its places, its status, and what it was predicted to answer. */
import { describe, expect, test } from 'vitest';
import { attempted, drafted, exchanged, helped, predicted } from './changes';
import { mergeProgress } from './merge';
import { emptyProgress, exerciseOf, type Progress } from './progress';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString();
const solved = { status: 200, solved: true };

describe('an exercise', () => {
  const merge = (...changes: ((progress: Progress) => Progress)[]) =>
    changes.reduce((progress, change) => mergeProgress(progress, change(progress)), emptyProgress);

  test('is practised, not solved, once the worked solution was open in the same attempt', () => {
    const practised = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      () => helped('first-401', 'sandbox', 4, at(2)),
      (p) => exchanged(p, 'first-401', 'sandbox', solved, at(3)),
    );
    expect(exerciseOf(practised, 'first-401').status).toBe('practised');
    const fresh = mergeProgress(practised, attempted(practised, 'first-401', 'sandbox', 'attempt-2', at(4)));
    expect(exerciseOf(fresh, 'first-401', 'sandbox').hints).toEqual([]);
    const done = mergeProgress(fresh, exchanged(fresh, 'first-401', 'sandbox', solved, at(5)));
    expect(exerciseOf(done, 'first-401').status).toBe('solved');
  });

  test('counts once however often its solution is sent', () => {
    const twice = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      (p) => exchanged(p, 'first-401', 'sandbox', solved, at(2)),
      (p) => exchanged(p, 'first-401', 'sandbox', solved, at(3)),
    );
    expect(twice.exercises['first-401']?.solved).toEqual([at(2)]);
  });

  test('forgets the draft of an earlier attempt, since its credentials are no longer good', () => {
    const draft = { method: 'GET', path: '/', fields: [['Authorization', 'Basic eA==']] } as const;
    const progress = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      () => drafted('first-401', 'sandbox', draft, at(2)),
    );
    expect(exerciseOf(progress, 'first-401', 'sandbox').draft).toEqual(draft);
    const fresh = mergeProgress(progress, attempted(progress, 'first-401', 'sandbox', 'attempt-2', at(3)));
    expect(exerciseOf(fresh, 'first-401', 'sandbox').draft).toBeUndefined();
  });

  test('has an attempt in each place, with its own draft, help and solution', () => {
    const draft = { method: 'GET', path: '/', fields: [] } as const;
    const lesson = 'your-first-401';
    const progress = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      () => drafted('first-401', 'sandbox', draft, at(2)),
      () => helped('first-401', 'sandbox', 1, at(3)),
      (p) => exchanged(p, 'first-401', 'sandbox', solved, at(4)),
      (p) => attempted(p, 'first-401', lesson, 'attempt-2', at(5)),
    );
    expect(exerciseOf(progress, 'first-401', lesson)).toEqual({
      attempt: 'attempt-2',
      hints: [],
      isTried: false,
      isSolved: false,
      status: 'solved',
    });
    expect(exerciseOf(progress, 'first-401', 'sandbox')).toEqual({
      ...{ attempt: 'attempt-1', draft, hints: [1], isTried: true, isSolved: true, status: 'solved' },
    });
    expect(exerciseOf(progress, 'first-401')).toMatchObject({ hints: [], status: 'solved' });
    expect(exerciseOf(progress, 'first-401', 'constructor').attempt).toBeUndefined();
  });

  test('counts once for each place in which it was solved', () => {
    const lesson = 'your-first-401';
    const progress = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      (p) => attempted(p, 'first-401', lesson, 'attempt-2', at(2)),
      (p) => exchanged(p, 'first-401', lesson, solved, at(3)),
      (p) => exchanged(p, 'first-401', 'sandbox', solved, at(4)),
      (p) => exchanged(p, 'first-401', lesson, solved, at(5)),
    );
    expect(progress.exercises['first-401']?.solved).toEqual([at(3), at(4)]);
  });

  test('shows a prediction beside the request that it was about, and beside no later one', () => {
    const draft = { method: 'GET', path: '/', fields: [] } as const;
    const prediction = { expected: 403, came: 401 };
    const sent = merge(
      (p) => attempted(p, 'first-401', 'sandbox', 'attempt-1', at(1)),
      () => drafted('first-401', 'sandbox', draft, at(2)),
      () => predicted('first-401', prediction, at(3)),
    );
    expect(exerciseOf(sent, 'first-401', 'sandbox').prediction).toEqual(prediction);
    const edited = mergeProgress(sent, drafted('first-401', 'sandbox', { ...draft, path: '/a' }, at(4)));
    expect(exerciseOf(edited, 'first-401', 'sandbox').prediction).toBeUndefined();
    const fresh = mergeProgress(sent, attempted(sent, 'first-401', 'sandbox', 'attempt-2', at(4)));
    expect(exerciseOf(fresh, 'first-401', 'sandbox').prediction).toBeUndefined();
  });

  test('does not keep a draft that is larger than 16 KiB', () => {
    const draft = { method: 'PUT', path: '/', fields: [], body: 'x'.repeat(20_000) };
    expect(drafted('first-401', 'sandbox', draft, at(1))).toBe(emptyProgress);
  });

  test('may be called constructor and is still new', () => {
    expect(exerciseOf(emptyProgress, 'constructor').status).toBe('new');
  });
});
