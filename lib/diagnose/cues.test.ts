/** What people mention in their own words: which cues stand in a text, and what they tell of a cause. */
import { expect, test } from 'vitest';
import { cuesIn, indexCues, sentCredentials, symptomsOf } from './cues';
import type { CauseKnowledge } from './knowledge';
import { read } from './read';
import type { GoodReading } from './reading';

const cues = {
  proxy: { means: 'a reverse proxy', telling: 1, says: ['reverse proxy', 'behind nginx'] },
  agent: { means: 'the User-Agent', telling: 3, says: ['User-Agent'] },
  dialog: { means: 'a dialog that comes back', telling: 2, says: ['asks again', 'keeps asking'] },
};
const index = indexCues(cues);
const cause = {
  symptoms: [['proxy'], ['proxy', 'dialog'], ['proxy', 'status-401']],
} as unknown as CauseKnowledge;
const present = (text: string) => cuesIn(index, read(text) as GoodReading, -1);

test('a cue is found as a whole word, whatever its case', () => {
  expect([...present('Behind NGINX it keeps  asking')]).toEqual(['proxy', 'dialog']);
  expect([...present('reverse proxying')]).toEqual([]);
});

test.each([
  ['GET / HTTP/1.1\nHost: a.example\nUser-Agent: curl/8.5.0\n\n', []],
  ['> GET / HTTP/1.1\n> Host: a.example\n> User-Agent: curl/8.5.0\n>\n', []],
  ['It works with another User-Agent: that of a browser', ['agent']],
])('the name of a header in a message is no mention: %j', (text, names) => {
  expect([...present(text)].filter((name) => name === 'agent')).toEqual(names);
});

test('a combination stands only if all of its cues do, and tells their sum', () => {
  const symptoms = symptomsOf(cause, index, present('A reverse proxy, and it asks again'));
  expect(symptoms.map(({ telling }) => telling)).toEqual([1, 3]);
  expect(symptoms[1]?.reason).toBe('The text mentions a reverse proxy and a dialog that comes back.');
});

test('the status that a text names is a cue', () => {
  expect(symptomsOf(cause, index, present('behind nginx I see 401 errors'))).toHaveLength(2);
});

test.each([
  ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer opaque-token-1\n\n', true],
  ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer undefined\n\n', false],
  ['GET / HTTP/1.1\nHost: a.example\n\n', false],
])('credentials are sent if a value stands after the scheme: %j', (text, isSent) => {
  expect(sentCredentials(read(text) as GoodReading, 0)).toBe(isSent);
});

test('a push that is denied to the owner of the repository mentions no other account', () => {
  const account = indexCues({
    other: { means: 'another account', telling: 3, says: ['denied to', 'wrong user'] },
  });
  const cuesOf = (text: string) => [...cuesIn(account, read(text) as GoodReading, -1)];
  expect(cuesOf('remote: Permission to ada/shop.git denied to grace.')).toEqual(['other']);
  expect(cuesOf('remote: Permission to ada/shop.git denied to ada-2.')).toEqual(['other']);
  expect(cuesOf('remote: Permission to ada/shop.git denied to ada.')).toEqual([]);
  expect(cuesOf('Permission to ada/shop.git denied to ada. Is it the wrong user?')).toEqual(['other']);
});
