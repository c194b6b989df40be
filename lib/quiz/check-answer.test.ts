import { expect, test } from 'vitest';
import { isRight } from './check-answer';
import type { Question } from './question';

const asked = { ask: 'Which?', rule: 'RFC 9110 §15.5.2' } as const;
const choose: Question = {
  ...asked,
  kind: 'choose',
  options: [
    { key: '1', text: 'this', why: 'because', correct: true },
    { key: '0', text: 'that', why: 'because', correct: false },
  ],
};
const field: Question = { ...asked, kind: 'field', answer: 'X-API-Key: toy-1', why: 'because', mistakes: [] };
const order: Question = {
  ...asked,
  kind: 'order',
  steps: ['2', '0', '1'].map((key) => ({ key, text: key, why: 'because' })),
};

test.each([
  ['the right option', choose, '1', true],
  ['a wrong option', choose, '0', false],
  ['no option', choose, '', false],
  ['the right line', field, 'x-api-key: toy-1', true],
  ['a wrong line', field, 'x-api-key: toy-2', false],
  ['the right order', order, '0,1,2', true],
  ['a wrong order', order, '0,2,1', false],
])('%s', (_, question, given, right) => {
  expect(isRight(question, given)).toBe(right);
});
