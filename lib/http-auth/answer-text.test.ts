import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnswerText, readNamedAnswers, writeAnswerText, writeNamedAnswers } from './answer-text';

const word = fc.stringMatching(/^[A-Za-z-]{1,12}$/);
const value = fc.stringMatching(/^[ -~]{0,24}$/);
const status = fc.constantFrom('200', '401', '403');
const fields = fc.array(fc.tuple(word, value), { maxLength: 3 });

it('reads the answer that was written, spaces within a value too (RFC 9112 §5)', () => {
  fc.assert(
    fc.property(status, fields, (status, fields) => {
      expect(readAnswerText(writeAnswerText({ status, fields }))).toEqual({ status, fields });
    }),
  );
});

it('reads headers without a status, and a status without headers', () => {
  expect(readAnswerText('Vary: Origin')).toEqual({ status: '', fields: [['Vary', 'Origin']] });
  expect(readAnswerText('HTTP/1.1 204 No Content')).toEqual({ status: '204', fields: [] });
  expect(readAnswerText('')).toEqual({ status: '', fields: [] });
});

it('reads several answers that were written, by name', () => {
  const answers = fc.array(fc.record({ name: word, status: fc.oneof(status, fc.constant('')), fields }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(answers, (answers) => {
      expect(readNamedAnswers(writeNamedAnswers(answers))).toEqual(answers);
    }),
  );
});

it('begins an answer at each name that is known, with or without a blank line', () => {
  const text = 'nothing: 401\nWWW-Authenticate: Basic\nstatement: 200\n\nother: 403';
  expect(readNamedAnswers(text, ['nothing', 'statement']).map(({ name }) => name)).toEqual([
    'nothing',
    'statement',
    'other',
  ]);
  expect(readNamedAnswers(text)[0]?.fields).toContainEqual(['statement', '200']);
});

it('names the first line that is no header, and never throws', () => {
  expect(readAnswerText('401\nWWW-Authenticate Basic\nmore').odd).toBe('WWW-Authenticate Basic');
  fc.assert(fc.property(fc.string(), (text) => void [readAnswerText(text), readNamedAnswers(text)]));
});
