/**
 * The test vectors of the HTTP working group (github.com/httpwg/structured-field-tests, at 1e280c3), whole files, their
 * licence beside them. An item stands here as the one member of a dictionary, which is all that this reader reads.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BareItem,
  type Item,
  isInnerList,
  type Member,
  type Params,
  parseDictionary,
} from './structured-fields';

interface Vector {
  readonly name: string;
  readonly raw: readonly string[];
  readonly header_type: 'dictionary' | 'item' | 'list';
  readonly expected?: unknown;
  readonly must_fail?: boolean;
  readonly can_fail?: boolean;
}

const files = ['dictionary', 'param-dict', 'number', 'string', 'token', 'binary', 'boolean'];

/** The one point in which this reader is stricter than the RFC: a key that comes twice is refused. */
const stricter = new Set(['duplicate key dictionary', 'duplicate parameterised dict']);

const vectors = (file: string): Vector[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'structured-fields-vectors', `${file}.json`), 'utf8'));

const base32 = (bytes: Uint8Array) => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2));
  const text = digits.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[digit]).join('');
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
};

/** A value in the notation of the vectors. */
function noted({ type, value }: BareItem): unknown {
  if (type === 'token') return { __type: 'token', value };
  // The vectors have no negative zero, and JSON could not write it.
  if (value === 0) return 0;
  return type === 'bytes' ? { __type: 'binary', value: base32(value) } : value;
}
const params = (map: Params) => [...map].map(([key, bare]) => [key, noted(bare)]);
const item = ({ bare, params: map }: Item) => [noted(bare), params(map)];
const member = (value: Member) =>
  isInnerList(value) ? [value.items.map(item), params(value.params)] : item(value);

/** A reader of items allows spaces around one, a dictionary does not allow them after its equals sign. */
const fits = ({ header_type: kind, raw }: Vector) =>
  kind === 'dictionary' ||
  (kind === 'item' && raw.length === 1 && raw[0]?.trim() === raw[0] && raw[0] !== '');

describe.each(files)('%s.json', (file) => {
  it.each(
    vectors(file)
      .filter(fits)
      .map((vector) => [vector.name, vector] as const),
  )(
    '%s (RFC 9651 §4.2)',
    (name, { raw, header_type: kind, expected, must_fail: mustFail, can_fail: canFail }) => {
      const text = raw.join(', ');
      const parsed = parseDictionary(kind === 'item' ? `a=${text}` : text);
      if (mustFail || stricter.has(name)) return expect(parsed.ok).toBe(false);
      if (canFail && !parsed.ok) return;
      if (!parsed.ok) throw new Error(`${parsed.expected} at ${parsed.offset} of ${text}`);
      const read = [...parsed.value].map(([key, value]) => [key, member(value)]);
      expect(kind === 'item' ? read[0]?.[1] : read).toEqual(expected);
    },
  );
});
