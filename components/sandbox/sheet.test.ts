import { expect, test } from 'vitest';
import type { Exchange } from '@/lib/draft/exchange';
import {
  answersDraft,
  answersIn,
  badgeIn,
  fixedIncidents,
  hasFeedback,
  marksIn,
  solvedIn,
} from './editor/sheet';

/** An exchange with this body. */
function answer(body: unknown, status = 200): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    id: 'exchange',
    at: '2026-01-01T00:00:00Z',
    client: 'test',
    request: { method: 'POST', target: '/', fields: [], body: '' },
    response: { status, reason: '', fields: [], body: text },
    trace: [],
    solved: false,
    milliseconds: 1,
  };
}

test('what a sheet writes into the request, it reads again', () => {
  const answers = new Map([
    ['shelf-stranger', { status: '401', challenge: 'Basic realm="shelf"' }],
    ['shelf-twice', { status: '400', challenge: '' }],
  ]);
  const draft = answersDraft(answers);
  expect(draft.body).toBe('shelf-stranger: 401\nWWW-Authenticate: Basic realm="shelf"\n\nshelf-twice: 400');
  expect(answersIn(draft)).toEqual(answers);
});

test('an answer that is empty is left out', () => {
  expect(answersDraft(new Map([['one', { status: '', challenge: '' }]])).body).toBe('');
});

test('a request without content gives no answers', () => {
  expect(answersIn({ method: 'GET', path: '/', fields: [] })).toEqual(new Map());
});

test('the latest mark of a request counts, and a wrong one says which check failed', () => {
  const wrong = { right: false, check: 'a 401 brings a challenge', saw: 'none', expected: 'one' };
  const marks = marksIn([
    answer({ feedback: { one: { right: true } } }),
    answer({ feedback: { one: wrong, two: wrong } }),
  ]);
  expect(marks.get('one')).toEqual({ right: true });
  expect(marks.get('two')).toEqual({
    right: false,
    says: 'The check “a 401 brings a challenge” failed. Saw none; expected one.',
  });
});

test('an answer without feedback is none, whatever it holds', () => {
  for (const body of ['', 'no JSON', '[]', 'null', { feedback: undefined }])
    expect(hasFeedback(answer(body))).toBe(false);
  expect(hasFeedback(answer({ feedback: {} }))).toBe(true);
});

test('incidents that were solved stand with their cause', () => {
  const solved = answer({ number: 2, cause: 'the token had ended' });
  expect(fixedIncidents([solved, answer({ number: '3', cause: 'x' }), answer('')])).toEqual(
    new Map([[2, 'the token had ended']]),
  );
  expect(solvedIn(solved)).toEqual([2, 'the token had ended']);
  expect(solvedIn(answer({}))).toBeUndefined();
});

test('the latest badge that came with a 200 is shown', () => {
  expect(badgeIn([answer({ badge: 'no' }, 403), answer({ badge: 'new' }), answer({ badge: 'old' })])).toBe(
    'new',
  );
  expect(badgeIn([answer({})])).toBeUndefined();
});
