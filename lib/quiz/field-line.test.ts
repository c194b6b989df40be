import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFieldLines, knownMistake } from './field-line';

const basic = 'Authorization: Basic YWRhOm9wZW4gc2VzYW1l';
const challenge = 'WWW-Authenticate: Basic realm="front door", charset="UTF-8"';

describe('the same field line', () => {
  test.each([
    ['as it is', basic, basic],
    ['field name and scheme in other capitals', 'authorization: bASIC YWRhOm9wZW4gc2VzYW1l', basic],
    ['spaces around it', `  Authorization:Basic   YWRhOm9wZW4gc2VzYW1l `, basic],
    ['parameters in another order', 'WWW-Authenticate: Basic charset="UTF-8", realm="front door"', challenge],
    ['a parameter without quotes', 'WWW-Authenticate: Basic realm="front door", charset=UTF-8', challenge],
    ['a parameter name in capitals', 'www-authenticate: basic REALM="front door",charset="UTF-8"', challenge],
    [
      'an escape that changes nothing',
      'WWW-Authenticate: Basic realm="front\\ door", charset="UTF-8"',
      challenge,
    ],
    ['another field, to the letter', 'X-API-Key: toy-1', 'x-api-key: toy-1'],
    [
      'scopes in another order',
      'WWW-Authenticate: Bearer realm="diary", scope="write  read"',
      'WWW-Authenticate: Bearer realm="diary", scope="read write"',
    ],
    [
      'a star beside the name',
      'Access-Control-Allow-Headers: *, authorization',
      'Access-Control-Allow-Headers: Authorization',
    ],
  ])('%s', (_, given, right) => {
    expect(compareFieldLines(given, right)).toEqual({ same: true });
  });
});

describe('a different field line', () => {
  test.each([
    ['nothing', ' ', basic, 'Nothing was typed'],
    ['a value alone', 'Basic YWRhOm9wZW4gc2VzYW1l', basic, 'There is no colon'],
    ['a space before the colon', 'Authorization : Basic x', basic, 'No space may be'],
    ['words before the colon', 'my field: x', basic, 'is not a header name'],
    [
      'another field',
      'Authentication: Basic YWRhOm9wZW4gc2VzYW1l',
      basic,
      'The header is called Authorization',
    ],
    ['no scheme', 'Authorization: YWRhOm9wZW4gc2VzYW1l', basic, 'The scheme is missing'],
    ['another scheme', 'Authorization: Bearer YWRhOm9wZW4gc2VzYW1l', basic, 'The scheme is “Bearer”'],
    ['a scheme alone', 'Authorization: Basic', basic, 'Nothing comes after the scheme'],
    ['another password', 'Authorization: Basic YWRhOnNlc2FtZQ==', basic, 'decodes to “ada:sesame”'],
    ['the scheme twice', 'Authorization: Basic Basic YWRhOm9wZW4gc2VzYW1l', basic, 'at offset'],
    ['plain credentials', 'Authorization: Basic ada:open sesame', basic, 'at offset'],
    ['no realm', 'WWW-Authenticate: Basic charset="UTF-8"', challenge, 'The parameter realm is missing'],
    [
      'another realm',
      'WWW-Authenticate: Basic realm="back door", charset="UTF-8"',
      challenge,
      'The value of realm differs: “back door”',
    ],
    [
      'a realm in capitals',
      'WWW-Authenticate: Basic realm="Front Door", charset="UTF-8"',
      challenge,
      'differs in capital letters',
    ],
    [
      'a parameter more',
      'WWW-Authenticate: Basic realm="front door", charset="UTF-8", error="x"',
      challenge,
      '“error” is not wanted',
    ],
    [
      'two challenges',
      'WWW-Authenticate: Basic realm="front door", charset="UTF-8", Bearer realm="x"',
      challenge,
      '2 of a challenge',
    ],
    ['another key', 'X-API-Key: toy-2', 'X-API-Key: toy-1', 'The value of X-API-Key differs'],
    [
      'a star alone',
      'Access-Control-Allow-Headers: *',
      'Access-Control-Allow-Headers: Authorization',
      'Other headers are named here.',
    ],
  ])('%s', (_, given, right, difference) => {
    expect(compareFieldLines(given, right)).toMatchObject({
      same: false,
      difference: expect.stringContaining(difference),
    });
  });

  test('whatever is typed is answered in words, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (text, inValue) => {
        const compared = compareFieldLines(inValue ? `Authorization: ${text}` : text, basic);
        if (!compared.same) expect(compared.difference).not.toBe('');
      }),
    );
  }, 30_000);
});

describe('a known mistake', () => {
  const mistakes = [
    { text: 'Authorization: Basic Basic YWRhOm9wZW4gc2VzYW1l' },
    { text: 'Authorization: Bearer YWRhOm9wZW4gc2VzYW1l' },
    { text: 'open sesame' },
  ];

  test.each([
    ['to the letter', 'Authorization: Basic Basic YWRhOm9wZW4gc2VzYW1l', 0],
    ['but for spaces', ' authorization:Basic  Basic YWRhOm9wZW4gc2VzYW1l', 0],
    ['by what it means', 'AUTHORIZATION: bearer YWRhOm9wZW4gc2VzYW1l', 1],
    ['that is no field line at all', 'open  sesame', 2],
  ])('is recognised %s', (_, given, index) => {
    expect(knownMistake(given, mistakes)).toBe(mistakes[index]);
  });

  test('is not seen in anything else', () => {
    expect(knownMistake('Authorization: Digest YWRhOm9wZW4gc2VzYW1l', mistakes)).toBeUndefined();
  });
});
