import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold';
import { findTexts, includesText, indexTexts } from './literal';

describe('a literal text is found', () => {
  test.each([
    ['jwt expired', 'Error: JWT   Expired at'],
    ['jwt expired', 'jwt\n  expired'],
    ["can't verify", 'Can’t verify'],
    ['a "b" c', 'a \\"b\\" c'],
    ['a "b" c', 'a &quot;b&#34; c'],
    ['Reference #', 'Reference&#32;&#35;18'],
    ['directory index of … is forbidden', 'directory index of "/srv/" is forbidden, client'],
    ['a … b … c', 'a 1 b 2 c'],
  ])('%j in %j', (pattern, text) => expect(includesText(text, pattern)).toBe(true));

  test.each([
    ['jwt expired', 'jwt expiredx'],
    ['expired', 'unexpired'],
    ['403.1', '403.14'],
    ['a … b', `a\nb`],
    ['start … end', `start ${'x'.repeat(300)} end`],
  ])('and %j is not in %j', (pattern, text) => expect(includesText(text, pattern)).toBe(false));
});

test('a hit lies where the text stands', () => {
  const text = 'x  y:  Signature   has\texpired.';
  const [hit] = findTexts(indexTexts(['signature has expired']), fold(text));
  expect(text.slice(hit?.start, hit?.end)).toBe('Signature   has\texpired');
});

test('every text is found in itself, whatever stands around it', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 2, maxLength: 5 }),
      fc.string(),
      fc.string(),
      (words, before, after) => {
        const pattern = words.join(' ');
        expect(includesText(`${before} ${pattern} ${after}`, pattern)).toBe(true);
      },
    ),
  );
});
