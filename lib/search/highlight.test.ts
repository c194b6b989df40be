import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight';

const marked = (text: string, ...terms: string[]) =>
  highlight(text, terms).flatMap((piece) => (piece.marked ? [piece.text] : []));

test('the beginnings of words are marked, in whatever case', () => {
  expect(marked('Redirects eat Authorization', 'redirect', 'auth')).toEqual(['Redirect', 'Auth']);
});

test('the middle of a word is not', () => {
  expect(marked('Unauthorized', 'author')).toEqual([]);
});

test('signs that mean something in a pattern are taken as they are', () => {
  expect(marked('a 401 (again)', '(again', '[', '.*')).toEqual(['(again']);
});

test('nothing of the text is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
      expect(
        highlight(text, terms)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
