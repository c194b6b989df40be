import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from './fixtures';
import {
  bareItem,
  isInnerList,
  type Member,
  parseDictionary,
  serializeBare,
  serializeMember,
} from './structured-fields';

const read = (value: string) => {
  const parsed = parseDictionary(value);
  if (!parsed.ok) throw new Error(`${parsed.expected} at ${parsed.offset}`);
  return [...parsed.value].map(([key, member]) => `${key}=${serializeMember(member)}`);
};

describe('parseDictionary reads', () => {
  it.each([
    ['nothing', '', []],
    ['numbers and tokens', 'a=1,b=-2.50, c=text/html;q=1.0', ['a=1', 'b=-2.5', 'c=text/html;q=1.0']],
    ['a key alone as true', 'a, b;x, c=?0', ['a=?1', 'b=?1;x', 'c=?0']],
    ['strings with escapes', 'a="x \\"y\\" \\\\"', ['a="x \\"y\\" \\\\"']],
    ['octets', 'a=:aGVsbG8=:', ['a=:aGVsbG8=:']],
    ['inner lists', 'a=(  "x";req   1 );p="q"', ['a=("x";req 1);p="q"']],
    ['whitespace around commas', ' a=1 \t,\tb=2  ', ['a=1', 'b=2']],
    [
      'a signature (RFC 9421 §4.1)',
      'sig1=("@method" "@path");created=1618884473;keyid="k"',
      ['sig1=("@method" "@path");created=1618884473;keyid="k"'],
    ],
  ])('%s (RFC 9651 §3)', (_title, value, members) => {
    expect(read(value)).toEqual(members);
  });
});

describe('parseDictionary refuses', () => {
  it.each([
    ['a comma at the end', 'a=1,', 4],
    ['no comma between members', 'a=1 b=2', 4],
    ['a key in upper case', 'A=1', 0],
    ['a key that comes twice', 'a=1, a=2', 5],
    ['a parameter that comes twice', 'a=1;x;x', 6],
    ['a string that does not end', 'a="x', 4],
    ['an unknown escape', 'a="\\x"', 3],
    ['a character beyond ASCII', 'a="é"', 3],
    ['a list that does not end', 'a=("x"', 6],
    ['items without a space', 'a=("x""y")', 6],
    ['a comma in a list', 'a=("x","y")', 6],
    ['Base64 without padding', 'a=:aGVsbG8:', 3],
    ['Base64 that does not end', 'a=:aGVs', 7],
    ['letters of base64url', 'a=:-_:', 3],
    ['a boolean that is none', 'a=?2', 3],
    ['a number that is too long', 'a=1234567890123456', 2],
    ['a value that is missing', 'a=', 2],
    ['a tab at the start', '\ta=1', 0],
  ])('%s (RFC 9651 §4.2)', (_title, value, offset) => {
    expect(parseDictionary(value)).toMatchObject({ ok: false, offset });
  });
});

const text = fc.string({ unit: fc.constantFrom(...'abz "\\()=;'), maxLength: 12 });
const bare = fc.oneof(
  text.map(bareItem),
  fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(bareItem),
  fc.boolean().map(bareItem),
  fc.uint8Array({ maxLength: 20 }).map(bareItem),
);
const params = fc.array(fc.tuple(fc.constantFrom('a', 'b2', '*c'), bare)).map((pairs) => new Map(pairs));
const item = fc.record({ bare, params });
const member: fc.Arbitrary<Member> = fc.oneof(
  item,
  fc.record({ items: fc.array(item, { maxLength: 4 }), params }),
);

it('what is written is read as the same', () => {
  fc.assert(
    fc.property(member, (value) => {
      const written = serializeMember(value);
      const parsed = parseDictionary(`sig1=${written}`);
      const again = parsed.ok ? parsed.value.get('sig1') : undefined;
      expect(again && serializeMember(again)).toBe(written);
      expect(again && isInnerList(again)).toBe(isInnerList(value));
    }),
  );
});

it('any octets are read or refused in linear time', async () => {
  const seeds = fc.string({ unit: fc.constantFrom(...'a=,;()":?1 \\'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const long = seed.repeat(Math.ceil(15_000 / Math.max(seed.length, 1)));
      expect(await duration(() => parseDictionary(long))).toBeLessThan(50);
    }),
  );
});

it('spaces are read once, at the end and elsewhere', async () => {
  const spaces = ' '.repeat(200_000);
  expect(await duration(() => parseDictionary(`a${spaces}b`))).toBeLessThan(500);
  expect(parseDictionary(`a=1${spaces}`).ok).toBe(true);
});

it('a string that no field may hold is not written', () => {
  expect(() => serializeBare(bareItem('a\nb'))).toThrow(TypeError);
});
