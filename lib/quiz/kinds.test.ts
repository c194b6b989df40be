import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tick } from './given';
import { beliefsShown, initialGiven, isRight, readGiven, writeGiven } from './kinds';
import type { Given, Question } from './question';

const asked = { ask: 'Which?', rule: 'RFC 9110 §15.5.2' } as const;
const belief = (id: string) => ({ belief: { id, says: 'This is so.' } });
const choose: Question = {
  ...asked,
  kind: 'choose',
  options: [
    { key: '1', text: 'this', why: 'because', correct: true },
    { key: '0', text: 'that', why: 'because', correct: false, ...belief('that') },
    { key: '2', text: 'else', why: 'because', correct: false },
  ],
};
const several: Question = {
  ...asked,
  kind: 'several',
  options: [
    { key: '2', text: 'this', why: 'because', correct: true },
    { key: '0', text: 'that', why: 'because', correct: false, ...belief('that') },
    { key: '1', text: 'this too', why: 'because', correct: true },
    { key: '3', text: 'more', why: 'because', correct: false, ...belief('more') },
  ],
};
const field: Question = {
  ...asked,
  kind: 'field',
  answer: 'X-API-Key: toy-1',
  why: 'because',
  mistakes: [{ text: 'X-Key: toy-1', why: 'because', ...belief('any-field') }],
};
const order: Question = {
  ...asked,
  kind: 'order',
  steps: ['2', '0', '1'].map((key) => ({ key, text: key, why: 'because' })),
};
const lie: Question = {
  ...asked,
  kind: 'lie',
  lines: [
    { key: '0', text: 'HTTP/1.1 401 Unauthorized', why: 'because', correct: false, ...belief('that') },
    { key: 'lie', text: 'Content-Length: -1', why: 'because', correct: true },
    '',
    'a body',
  ],
};
const build: Question = {
  ...asked,
  kind: 'build',
  statuses: [
    { status: 401, reason: 'Unauthorized', why: 'because', correct: true },
    { status: 403, reason: 'Forbidden', why: 'because', correct: false, ...belief('that') },
  ],
  challenge: 'Basic realm="x"',
  must: ['realm'],
};
const silent: Question = { ...build, challenge: '' };

test.each([
  ['the right option', choose, '1', true],
  ['a wrong option', choose, '0', false],
  ['no option', choose, '', false],
  ['all right options', several, '1,2', true],
  ['one of the right options', several, '1', false],
  ['all right options and a wrong one', several, '0,1,2', false],
  ['no option of several', several, '', false],
  ['the right line', field, 'x-api-key: toy-1', true],
  ['a wrong line', field, 'x-api-key: toy-2', false],
  ['the right order', order, '0,1,2', true],
  ['a wrong order', order, '0,2,1', false],
  ['half of the right order', order, '0,1', false],
  ['the order as it was shown', order, '', false],
  ['the lie', lie, 'lie', true],
  ['a line that can be true', lie, '0', false],
  ['no line', lie, '', false],
  ['status and challenge', build, '401\nWWW-Authenticate: Basic realm="x"', true],
  ['the status alone', build, '401', false],
  ['the right challenge with another status', build, '403\nBasic realm="x"', false],
  ['the status alone where no challenge belongs', silent, '401', true],
])('%s', (_, question, stored, right) => {
  expect(isRight(question, readGiven(question, stored))).toBe(right);
});

describe('the beliefs behind an answer', () => {
  test.each([
    ['a wrong option', choose, '0', ['that']],
    ['a wrong option that nobody named', choose, '2', []],
    ['the right option', choose, '1', []],
    ['two wrong options, but not those left out', several, '0,3', ['more', 'that']],
    ['a known mistake', field, 'X-Key:toy-1', ['any-field']],
    ['an unknown mistake', field, 'toy-1', []],
    ['an order', order, '0,2,1', []],
    ['a line that can be true', lie, '0', ['that']],
    ['a wrong status', build, '403', ['that']],
    ['a wrong challenge', build, '401', []],
  ])('%s', (_, question, stored, beliefs) => {
    expect(beliefsShown(question, readGiven(question, stored))).toEqual(beliefs);
  });
});

test('options are ticked in any order, and stand in that of the file', () => {
  expect(tick(tick(tick([], '10', true), '2', true), '10', true)).toEqual(['2', '10']);
  expect(tick(['2', '10'], '2', false)).toEqual(['10']);
});

describe('what is given, as the text that the progress stores', () => {
  /** Texts as they were stored from the first version on. They are read for ever. */
  test.each<[string, Question, string, Given]>([
    ['an option', choose, '1', { kind: 'choose', key: '1' }],
    ['several options', several, '0,10', { kind: 'several', keys: ['0', '10'] }],
    ['a header line', field, 'X-API-Key: a, b', { kind: 'field', line: 'X-API-Key: a, b' }],
    ['an order', order, '2,0,1', { kind: 'order', keys: ['2', '0', '1'] }],
    ['a line of a message', lie, 'lie', { kind: 'lie', key: 'lie' }],
    ['a status', build, '401', { kind: 'build', status: '401', line: '' }],
    ['a status and a line', build, '401\nBasic a', { kind: 'build', status: '401', line: 'Basic a' }],
  ])('%s is read as it was stored', (_, question, stored, given) => {
    expect(readGiven(question, stored)).toEqual(given);
    expect(writeGiven(question, given)).toBe(stored);
  });

  test('reads back as it was written', () => {
    const someKey = fc.stringMatching(/^[a-z0-9]{1,4}$/);
    const someKeys = fc.array(someKey, { minLength: 1 });
    fc.assert(
      fc.property(someKey, someKeys, fc.string(), fc.constantFrom('', '401'), (key, keys, line, status) => {
        const all: [Question, Given][] = [
          [choose, { kind: 'choose', key }],
          [several, { kind: 'several', keys }],
          [field, { kind: 'field', line }],
          [order, { kind: 'order', keys }],
          [lie, { kind: 'lie', key }],
          [build, { kind: 'build', status, line }],
        ];
        for (const [question, given] of all)
          expect(readGiven(question, writeGiven(question, given))).toEqual(given);
      }),
    );
  });

  test('is nothing, or the steps as they are shown, before anything was changed', () => {
    expect(initialGiven(several)).toEqual({ kind: 'several', keys: [] });
    expect(initialGiven(order)).toEqual({ kind: 'order', keys: ['2', '0', '1'] });
  });

  test('is never right if the text is of a question of another kind', () => {
    for (const question of [choose, several, field, order, lie, build]) {
      for (const stored of ['', ',,', 'x', '\n', '401 \n'])
        expect(isRight(question, readGiven(question, stored))).toBe(false);
    }
  });
});
