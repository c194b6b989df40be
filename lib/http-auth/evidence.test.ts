import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { utf8Octets } from './draft';
import { inert, masked, shown } from './evidence';

describe('shown', () => {
  it('reads octets as UTF-8', () => {
    expect(shown(utf8Octets('Zoë €'))).toBe('Zoë €');
  });

  it('reads octets that are not UTF-8 as ISO-8859-1, not as windows-1252', () => {
    expect(shown('Zo\xeb')).toBe('Zoë');
    expect(shown('\x93')).toBe('\\u0093');
  });

  it('makes what cannot be seen visible', () => {
    expect(shown('a\n\r\t\0\x7f')).toBe('a\\n\\r\\t\\u0000\\u007f');
    expect(shown(utf8Octets('a\u00a0b\u200b\u202e\u2066\ufeff\u00ad'))).toBe(
      'a\\u00a0b\\u200b\\u202e\\u2066\\ufeff\\u00ad',
    );
    expect(inert('\u{e0041}\ud800')).toBe('\\u{e0041}\\ud800');
  });

  it('doubles a backslash, so that a line feed and the two letters of its escape differ', () => {
    expect(shown('a\\n')).toBe('a\\\\n');
  });

  it('cuts what is longer than it may be', () => {
    expect(shown('abcdef', 6)).toBe('abcdef');
    expect(shown('abcdefg', 6)).toBe('abcde…');
    expect(shown('x'.repeat(20_000))).toHaveLength(200);
  });

  test('whatever comes in, nothing long and nothing that acts goes out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (text, max) => {
          const out = inert(text, max);
          expect(out.length).toBeLessThanOrEqual(max);
          expect(out).not.toMatch(/\p{Cc}|\p{Cf}|\p{Cs}/u);
          expect(shown(text).length).toBeLessThanOrEqual(200);
        },
      ),
    );
  });
});

describe('masked', () => {
  it('keeps four characters of a long secret and says how long it is', () => {
    expect(masked('toy-token-of-23-octets!')).toBe('toy-… (23 bytes)');
  });

  it('keeps nothing of a short one', () => {
    expect(masked('toy-secret')).toBe('…… (10 bytes)');
    expect(masked('x')).toBe('…… (1 byte)');
  });

  test('never holds the secret', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (secret) => {
        fc.pre(!/^[\d…() bytes]*$/.test(secret));
        expect(masked(secret)).not.toContain(secret);
      }),
    );
  });
});
