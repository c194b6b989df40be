import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isToken as grammarIsToken } from '@/lib/http-auth/grammar';
import { describeFields, filledFields, isToken, withFields } from './fields';

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

describe('writing a whole line', () => {
  const draft = {
    method: 'GET',
    path: '/',
    fields: [
      ['Accept', 'a'],
      ['authorization', 'Bearer old'],
      ['', ''],
      ['Authorization', 'Bearer older'],
      ['DPoP', 'b'],
    ],
  } as const;

  it('takes the place of every line of that name', () => {
    expect(withFields(draft, [['Authorization', 'Basic new']]).fields).toEqual([
      ['Accept', 'a'],
      ['Authorization', 'Basic new'],
      ['DPoP', 'b'],
    ]);
    expect(describeFields(draft, ['Authorization'])).toBe('Authorization was replaced in the request.');
  });

  it('adds a line where there is none', () => {
    expect(withFields({ ...draft, fields: [['', '']] }, [['Authorization', 'x']]).fields).toEqual([
      ['Authorization', 'x'],
    ]);
    expect(describeFields({ ...draft, fields: [] }, ['Authorization'])).toBe(
      'Authorization was added to the request.',
    );
  });

  it('tells the added from the replaced', () => {
    expect(describeFields(draft, ['Signature-Input', 'Signature', 'DPoP'])).toBe(
      'Signature-Input and Signature were added to the request, DPoP was replaced in the request.',
    );
  });
});
