import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtAnswer, builtText, tick } from './given';
import { beliefsShown, isRight } from './kinds';
import type { Question } from './question';

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
  ['the lie', lie, 'lie', true],
  ['a line that can be true', lie, '0', false],
  ['no line', lie, '', false],
  ['status and challenge', build, '401\nWWW-Authenticate: Basic realm="x"', true],
  ['the status alone', build, '401', false],
  ['the right challenge with another status', build, '403\nBasic realm="x"', false],
  ['the status alone where no challenge belongs', silent, '401', true],
])('%s', (_, question, given, right) => {
  expect(isRight(question, given)).toBe(right);
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
  ])('%s', (_, question, given, beliefs) => {
    expect(beliefsShown(question, given)).toEqual(beliefs);
  });
});

describe('what is given as text', () => {
  test('options are ticked in any order and kept in that of the file', () => {
    expect(tick(tick(tick('', '10', true), '2', true), '10', true)).toBe('2,10');
    expect(tick('2,10', '2', false)).toBe('10');
    expect(tick('2', '2', false)).toBe('');
  });

  test('a built answer reads back as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '401', '403'), fc.string(), (status, line) => {
        expect(builtAnswer(builtText({ status, line }))).toEqual({ status, line });
      }),
    );
  });
});
