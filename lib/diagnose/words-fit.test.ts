/** The words of a paste against what is written about the causes. */
import { describe, expect, test } from 'vitest';
import type { CauseKnowledge } from './knowledge';
import { termsOf, withGroups } from './words';
import { indexExamples, indexWords, wordsFit } from './words-fit';

const cause = (slug: string, reports: string): CauseKnowledge => ({
  slug,
  title: slug,
  summary: '',
  inShort: { means: '', check: '', fix: '' },
  statuses: [401],
  asks: { who: ['page'], challenge: 'yes', signs: ['before'] },
  reports: termsOf(reports).join(' '),
  examples: `20 ${slug}`,
  symptoms: [['proxy']],
});

describe('the words of a text', () => {
  test.each([
    ['It has expired, it expires', ['expir', 'expir']],
    ['TokenExpiredError', ['token', 'expir', 'error']],
    ['invalid_token', ['invalid_token', 'invalid', 'token']],
    ['we logged in, then a log-out', ['login', 'logout']],
    ['403 and 12345', ['403']],
    ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.xxxx', ['bearer', 'jwt']],
    ['it comes from itself', []],
  ])('of %j are %j', (text, terms) => expect(termsOf(text)).toEqual(terms));

  test('count as their group as well', () => {
    expect(withGroups(['jwt'])).toEqual(['jwt', '~jwt']);
    expect(withGroups(['jwt']).at(-1)).toBe(withGroups(['token']).at(-1));
  });
});

describe('a paste fits', () => {
  const causes = [
    cause('clock', 'the clock is wrong'),
    cause('camera', 'the camera refuses the second request with eyJ'),
  ];
  const indexes = { words: indexWords(causes), examples: indexExamples(causes) };
  const fitOf = (text: string, cues: ReadonlySet<string> = new Set()) =>
    wordsFit(indexes, causes.length, text, cues);

  test('the cause with which it shares rare words, and names them as they stand in it', () => {
    const [clock, camera] = fitOf('My Cameras answer 401');
    expect(camera?.weight).toBeGreaterThan(clock?.weight ?? 0);
    expect(camera?.terms()).toEqual(['Cameras']);
  });

  test('a cause whose other pastes have its words', () => {
    const [clock, camera] = fitOf('My Cameras answer 401');
    expect(camera?.examples).toBeGreaterThan(0);
    expect(clock?.examples).toBe(0);
  });

  test('a cause without showing more of a secret than the word that it begins with', () => {
    const [, camera] = fitOf('Bearer camera-0123456789 and second_hand-9876543210');
    expect(camera?.terms().join(' ')).not.toMatch(/\d/);
  });

  test('by no word in a frame of a stack trace', () => {
    const trace = 'zzz\n    at camera.refuses (/srv/camera.js:3:14)\n  at Camera.second(Camera.java:5)';
    expect(fitOf(trace)[1]?.weight).toBe(0);
    expect(fitOf('zzz\nat the second camera')[1]?.weight).toBeGreaterThan(0);
  });

  test('nothing where it shares no word', () => {
    expect(fitOf('zzz').map(({ weight }) => weight)).toEqual([0, 0]);
  });

  test('a cause by a cue that stands in it', () => {
    expect(fitOf('zzz', new Set(['proxy']))[0]?.weight).toBeGreaterThan(0);
  });

  test('by no letters of a secret', () => {
    const jwt = `eyJhbGciOiJSUzI1NiJ9.${btoa('the camera refuses').replaceAll('=', '')}-camera-camera.c2ln`;
    expect(fitOf(`the clock, Authorization: Bearer ${jwt}`).map(({ weight }) => weight > 0)).toEqual([
      true,
      false,
    ]);
  });
});
