import { expect, test } from 'vitest';
import { fieldValues, firstWords, parseResponse } from './message';
import { challengeWord, printedTexts, sameAnswer, summaryOf } from './summary';

const chunked =
  'HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\nWWW-Authenticate: Basic realm="a"\r\nwww-authenticate: Bearer realm="b"\r\n\r\n5\r\nzoë!\r\n3\r\n no\r\n0\r\n\r\n';

test('a response is read line by line, repeated fields apart, chunks put together by bytes (RFC 9112 §7.1)', () => {
  const read = parseResponse(chunked);
  expect(read).toMatchObject({ status: 401, reason: 'Unauthorized', body: 'zoë! no' });
  expect(fieldValues(read.fields, 'www-authenticate')).toEqual(['Basic realm="a"', 'Bearer realm="b"']);
  expect(read.rawBody).toContain('0\r\n\r\n');
});

test('a reason phrase may be missing (RFC 9112 §4)', () => {
  expect(parseResponse('HTTP/1.1 403 \r\n\r\n')).toMatchObject({ status: 403, reason: '' });
  expect(parseResponse('HTTP/1.1 403\r\n\r\n')).toMatchObject({ status: 403, reason: '' });
});

test('what has no status line is no response', () => {
  expect(() => parseResponse('<h1>Bad Request</h1>')).toThrow('no status line');
});

test('the first words are those that a person reads', () => {
  expect(firstWords('<html><head><title>401</title></head><body><h1>No</h1>&amp; never</body></html>')).toBe(
    'No & never',
  );
  expect(firstWords('{"code":401,"error":"Unauthorized","message":"Log in"}')).toBe('Log in · Unauthorized');
  expect(firstWords('{"errors":[{"code":"DENIED","message":"No"}]}')).toBe('No · DENIED');
  expect(firstWords('{ broken')).toBe('{ broken');
  expect(firstWords('one two three', 9)).toBe('one two …');
  expect(firstWords('')).toBe('');
});

const answer = (raw: string) => ({ request: '', raw, response: parseResponse(raw), before: [] });

test('a summary holds every challenge, and a word on those that are missing', () => {
  expect(summaryOf(answer(chunked))?.challenges).toHaveLength(2);
  const without = summaryOf(answer('HTTP/1.1 401 Unauthorized\r\n\r\n'));
  expect(without && challengeWord(without)).toBe('no challenge');
  const ok = summaryOf(answer('HTTP/1.1 200 OK\r\n\r\n'));
  expect(ok && challengeWord(ok)).toBe('');
  expect(summaryOf({ notApplicable: 'It has no tokens.' })).toBeNull();
});

test('two answers are the same where only their date differs', () => {
  const [monday, other] = ['Monday', 'Tuesday'].map((day) =>
    answer(`HTTP/1.1 401 No\r\nDate: ${day}\r\n\r\nNo.`),
  );
  expect(monday && other && sameAnswer(monday, other)).toBe(true);
  expect(monday && sameAnswer(monday, answer('HTTP/1.1 401 No\r\n\r\nNever.'))).toBe(false);
  expect(monday && sameAnswer(monday, { notApplicable: 'It has no tokens.' })).toBe(false);
});

test('a text is named once, with all the questions that bring it', () => {
  const no = answer('HTTP/1.1 401 No\r\n\r\nNo.');
  expect(
    printedTexts({
      id: 'default',
      title: '',
      schemes: [],
      answers: { nothing: no, head: answer('HTTP/1.1 401 No\r\n\r\n'), hidden: no },
    }),
  ).toEqual([{ status: 401, words: 'No.', questions: ['nothing', 'hidden'] }]);
});
