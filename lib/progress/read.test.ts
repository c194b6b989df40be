import { describe, expect, test } from 'vitest';
import { emptyProgress } from './progress';
import { readProgress } from './read';

const good = JSON.stringify(emptyProgress);
const at = '2026-01-01T09:00:00.000Z';
const withPart = (part: object) => JSON.stringify({ ...emptyProgress, ...part });

describe('reading progress', () => {
  test('takes an empty document', () => {
    expect(readProgress(good)).toEqual({ ok: true, progress: emptyProgress });
  });

  test('refuses a newer file as newer, not as damaged', () => {
    const read = readProgress(JSON.stringify({ version: 2, anything: true }));
    expect(read).toMatchObject({ ok: false, newer: true });
    expect(read).toMatchObject({ reason: expect.stringContaining('newer Doorman (version 2') });
  });

  test.each([
    ['half a file', good.slice(0, 40), 'it is not JSON'],
    ['another JSON', '[1, 2]', 'it has no version'],
    ['a picture', '\u0089PNG', 'it is not JSON'],
    ['version nought', '{"version":0}', '“version”: the number 1'],
    ['a missing part', '{"version":1}', '“resets”: an object'],
    ['an unknown part', withPart({ more: {} }), '“more”: nothing is wanted there'],
    ['a name that is none', withPart({ lessons: { '../x': at } }), '“lessons.../x”: a name'],
    [
      'a date that is none',
      withPart({ lessons: { 'first-401': 'yesterday' } }),
      '“lessons.first-401”: a date',
    ],
    [
      'an impossible date',
      withPart({ lessons: { 'first-401': '2026-99-01T09:00:00.000Z' } }),
      '“lessons.first-401”: a date',
    ],
    [
      'an answer without its sureness',
      withPart({ answers: { item: [{ at, correct: true, variant: 0, given: '' }] } }),
      '“answers.item[0].sure”: guess, fairly or sure',
    ],
    [
      'a field of three parts',
      withPart({
        exercises: {
          'first-401': { draft: { at, value: { method: 'GET', path: '/', fields: [['a', 'b', 'c']] } } },
        },
      }),
      '“exercises.first-401.draft.value.fields[0]”',
    ],
  ])('refuses %s and says where', (_, text, reason) => {
    const read = readProgress(text);
    expect(read).toMatchObject({ ok: false, newer: false });
    expect(read).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test('a name like __proto__ stays outside', () => {
    const text = good.replace('"lessons":{}', `"lessons":{"__proto__":"${at}"}`);
    expect(readProgress(text)).toMatchObject({ ok: false });
  });

  test('refuses a file of many megabytes before parsing it', () => {
    expect(readProgress(' '.repeat(4_000_001))).toMatchObject({ ok: false, newer: false });
  });
});
