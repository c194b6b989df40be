import { describe, expect, test } from 'vitest';
import { lastOfImport } from './future-dates';
import { emptyProgress } from './progress';
import { readProgress } from './read';

const good = JSON.stringify(emptyProgress);
const at = '2026-01-01T09:00:00.000Z';
const withPart = (part: object) => JSON.stringify({ ...emptyProgress, ...part });

describe('reading progress', () => {
  test('takes an empty document', () => {
    expect(readProgress(good)).toEqual({ ok: true, progress: emptyProgress });
  });

  test('takes a file of version 1, in which no answer named a belief', () => {
    const answer = { at, correct: false, sure: 'sure', variant: 0, given: '1' };
    const read = readProgress(withPart({ version: 1, lessons: {}, answers: { item: [answer] } }));
    expect(read).toEqual({ ok: true, progress: { ...emptyProgress, answers: { item: [answer] } } });
  });

  test.each([1, 2])(
    'takes the only attempt of a file of version %i as that of the sandbox page',
    (version) => {
      const later = '2026-01-02T09:00:00.000Z';
      const attempt = { value: 'attempt-1', at };
      const draft = { value: { method: 'GET', path: '/', fields: [] }, at };
      const exercises = {
        'first-401': { attempt, draft, hints: { 1: at }, tried: later, practised: [at], solved: [later] },
        'first-403': { tried: at },
      };
      expect(readProgress(withPart({ version, lessons: { 'your-first-401': at }, exercises }))).toEqual({
        ok: true,
        progress: {
          ...emptyProgress,
          exercises: {
            'first-401': {
              places: { sandbox: { attempt, draft, hints: { 1: at }, tried: later, solved: later } },
              ...{ tried: later, practised: [at], solved: [later] },
            },
            'first-403': { places: { sandbox: { tried: at } }, tried: at },
          },
        },
      });
    },
  );

  test('keeps the beliefs behind an answer, each once and in order', () => {
    const answer = { at, correct: false, sure: 'sure', variant: 0, given: '0,1' };
    const beliefs = ['log-in-again', 'clear-history', 'log-in-again'];
    expect(readProgress(withPart({ answers: { item: [{ ...answer, beliefs }] } }))).toMatchObject({
      progress: { answers: { item: [{ ...answer, beliefs: ['clear-history', 'log-in-again'] }] } },
    });
  });

  test('leaves out what is dated in the future, and keeps the rest', () => {
    const late = '9999-12-31T23:59:59.999Z';
    const answer = { at, correct: true, sure: 'sure', variant: 0, given: late };
    const attempt = { value: late, at };
    const text = withPart({
      rounds: { 'first-401': late, 'first-403': at },
      answers: { item: [answer, { ...answer, at: late }] },
      exercises: {
        'first-401': { places: { sandbox: { attempt, tried: late } }, tried: at, solved: [at, late] },
        'first-403': { prediction: { value: { expected: 401 }, at: late }, tried: at },
      },
    });
    expect(readProgress(text)).toEqual({
      ok: true,
      late: 5,
      progress: {
        ...emptyProgress,
        rounds: { 'first-403': at },
        answers: { item: [answer] },
        exercises: {
          'first-401': { places: { sandbox: { attempt } }, tried: at, solved: [at] },
          'first-403': { tried: at },
        },
      },
    });
  });

  test('leaves out dates with more than four digits in the year', () => {
    const read = readProgress(withPart({ rounds: { 'first-401': '+010000-01-01T00:00:00.000Z' } }));
    expect(read).toMatchObject({ ok: true, progress: { rounds: {} }, late: 1 });
  });

  test('an import takes dates up to a day ahead, for clocks that differ', () => {
    const now = new Date('2026-01-01T00:00:00.000Z');
    const rounds = { 'first-401': '2026-01-01T23:00:00.000Z', 'first-403': '2026-01-02T01:00:00.000Z' };
    const read = readProgress(withPart({ rounds }), lastOfImport(now));
    expect(read).toMatchObject({ ok: true, progress: { rounds: { 'first-401': rounds['first-401'] } } });
    expect(read).toMatchObject({ late: 1 });
  });

  test('refuses a newer file as newer, not as damaged', () => {
    const read = readProgress(JSON.stringify({ version: 5, anything: true }));
    expect(read).toMatchObject({ ok: false, newer: true });
    expect(read).toMatchObject({ reason: expect.stringContaining('newer Doorman (version 5') });
  });

  test.each([
    ['half a file', good.slice(0, 40), 'it is not JSON'],
    ['another JSON', '[1, 2]', 'it has no version'],
    ['a picture', '\u0089PNG', 'it is not JSON'],
    ['version nought', '{"version":0}', '“version”: a version from 1 to 4'],
    ['a missing part', '{"version":1}', '“resets”: an object'],
    ['an unknown part', withPart({ more: {} }), '“more”: nothing is wanted there'],
    ['a name that is none', withPart({ rounds: { '../x': at } }), '“rounds.../x”: a name'],
    ['a date that is none', withPart({ rounds: { 'first-401': 'yesterday' } }), '“rounds.first-401”: a date'],
    [
      'an impossible date',
      withPart({ rounds: { 'first-401': '2026-99-01T09:00:00.000Z' } }),
      '“rounds.first-401”: a date',
    ],
    [
      'an answer without its sureness',
      withPart({ answers: { item: [{ at, correct: true, variant: 0, given: '' }] } }),
      '“answers.item[0].sure”: guess, fairly or sure',
    ],
    [
      'a belief that is no id',
      withPart({
        answers: {
          item: [{ at, correct: false, sure: 'sure', variant: 0, given: '0', beliefs: ['Not <an> id'] }],
        },
      }),
      '“answers.item[0].beliefs[0]”: a name',
    ],
    [
      'a level of practice that is none',
      withPart({ practice: [{ at, level: 4, seed: 'a', correct: true }] }),
      '“practice[0].level”: 1, 2 or 3',
    ],
    [
      'a seed that is no seed',
      withPart({ practice: [{ at, level: 1, seed: '<a>', correct: true }] }),
      '“practice[0].seed”: small letters',
    ],
    [
      'a field of three parts',
      withPart({
        exercises: {
          'first-401': {
            places: {
              sandbox: { draft: { at, value: { method: 'GET', path: '/', fields: [['a', 'b', 'c']] } } },
            },
          },
        },
      }),
      '“exercises.first-401.places.sandbox.draft.value.fields[0]”',
    ],
    [
      'an attempt outside of a place',
      withPart({ exercises: { 'first-401': { attempt: { at, value: 'attempt-1' } } } }),
      '“exercises.first-401.attempt”: nothing is wanted there',
    ],
    [
      'a place in an old file',
      withPart({ version: 2, lessons: {}, exercises: { 'first-401': { places: {} } } }),
      '“exercises.first-401.places”: nothing is wanted there',
    ],
    [
      'a name of a place that is none',
      withPart({ exercises: { 'first-401': { places: { '../x': {} } } } }),
      '“exercises.first-401.places.../x”: a name',
    ],
  ])('refuses %s and says where', (_, text, reason) => {
    const read = readProgress(text);
    expect(read).toMatchObject({ ok: false, newer: false });
    expect(read).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test('a name like __proto__ stays outside', () => {
    const text = good.replace('"rounds":{}', `"rounds":{"__proto__":"${at}"}`);
    expect(readProgress(text)).toMatchObject({ ok: false });
  });

  test('refuses a file of many megabytes before parsing it', () => {
    expect(readProgress(' '.repeat(4_000_001))).toMatchObject({ ok: false, newer: false });
  });
});
