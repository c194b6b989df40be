import { describe, expect, test } from 'vitest';
import { alikeTo, spellingsIn, stem, termsOf, wordsOf } from './words';

const exact = (text: string) => wordsOf(text).flatMap(({ term, exact }) => (exact ? [term] : []));

describe('the words that the search compares', () => {
  test.each([
    ['AH01630', ['ah01630']],
    ['IDX10223: Lifetime validation failed', ['idx10223']],
    ['error="invalid_token"', ['invalid_token']],
    ['npm ERR! code E401', ['e401']],
    ['User "system:anonymous" cannot', []],
    ['X-Amz-Security-Token', ['x-amz-security-token']],
    ['TokenExpiredError: jwt expired', ['tokenexpirederror']],
    ['HTTP Error 401.2', ['401.2']],
    ['s3:GetObject on a token-based API', ['s3:getobject']],
    ['redirect drops the header', []],
  ])('%s: the codes are %j', (text, codes) => {
    expect(exact(text)).toEqual(codes);
  });

  test('an identifier can be found by what it is made of', () => {
    expect(termsOf('TokenExpiredError')).toEqual(['tokenexpirederror', 'token', 'expir', 'error']);
    expect(termsOf('invalid_token')).toEqual(['invalid_token', 'invalid', 'token']);
  });

  test('a code with a digit has no parts, so a shorter or a similar one is not in it', () => {
    expect(termsOf('1010')).toEqual(['1010']);
    expect(termsOf('IDX10214')).toEqual(['idx10214']);
  });

  test('words that every text has are left out', () => {
    expect(termsOf('the requested access to this is what you were not for')).toEqual(['request', 'access']);
  });

  test.each([['sign in'], ['signed in'], ['sign-in'], ['Log in'], ['login'], ['logged in'], ['logging in']])(
    '%s is one term',
    (text) => expect(termsOf(text)).toEqual(['signin']),
  );

  test.each([
    [['expired', 'expires', 'expire']],
    [['policy', 'policies']],
    [['redirect', 'redirects', 'redirected', 'redirecting']],
    [['cache', 'cached', 'caches']],
    [['token', 'tokens']],
    [['header', 'headers']],
    [['key', 'keys']],
  ])('%j have one stem', (words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  test.each([['access'], ['status'], ['this'], ['string'], ['bearer'], ['nginx'], ['https']])(
    '%s keeps its ending',
    (word) => expect(stem(word)).toBe(word),
  );

  test('a header is a field, and a JWT a token', () => {
    expect(alikeTo('header')).toContain('field');
    expect(alikeTo('jwt')).toContain('token');
    expect(alikeTo('auth')).toEqual(expect.arrayContaining([stem('authentication'), stem('authorization')]));
    expect(alikeTo('zebra')).toEqual([]);
  });

  test('a word is marked whole, and a term of several words as it is written', () => {
    expect(spellingsIn('Resources expire', ['resourc', 'expir'])).toEqual(
      expect.arrayContaining(['Resources', 'expire']),
    );
    expect(spellingsIn('You must be logged in', ['signin'])).toContain('logged in');
  });
});
