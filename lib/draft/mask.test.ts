import { expect, test } from 'vitest';
import { isMasked, mask } from './mask';

test('what two attempts share stays, and the rest keeps its length', () => {
  expect(mask('Bearer eyJhbGciOi.abc', 'Bearer eyJhbGciOi.xyz')).toBe('Bearer **************');
  expect(mask('/book?token=abcdef&page=2', '/book?token=uvwxyz&page=2')).toBe('/book?token=******&page=2');
  expect(mask('Basic realm="x"', 'Basic realm="x"')).toBe('Basic realm="x"');
});

test('a text of another shape is masked whole', () => {
  expect(mask('a b', 'abc')).toBe('***');
});

test('a wildcard is no mask', () => {
  expect(isMasked('*/*')).toBe(false);
  expect(isMasked(mask('ab', 'cd'))).toBe(true);
});
