import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isToken as grammarIsToken } from '@/lib/http-auth/grammar';
import { filledFields, isToken } from './draft-fields';

it('knows the same tokens as the grammar (RFC 9110 §5.6.2)', () => {
  fc.assert(fc.property(fc.string({ maxLength: 3 }), (text) => isToken(text) === grammarIsToken(text)));
  for (let code = 0; code < 300; code++) {
    const character = String.fromCharCode(code);
    expect(isToken(character)).toBe(grammarIsToken(character));
  }
});

it('counts a line with a name or a value', () => {
  const fields = [
    ['', ''],
    ['A', ''],
    ['', 'b'],
  ] as const;
  expect(filledFields({ fields })).toEqual([
    ['A', ''],
    ['', 'b'],
  ]);
});
