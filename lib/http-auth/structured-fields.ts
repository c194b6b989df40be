/** Structured fields, read strictly and written canonically, as far as signatures need them (RFC 9651, once RFC 8941). */
import { decodeBase64, encodeBase64 } from './base64';
import type { Parsed } from './scanner';

/** A value by itself. Dates and display strings (RFC 9651 §3.3.7, §3.3.8) are not read. */
export type BareItem =
  | { readonly type: 'integer' | 'decimal'; readonly value: number }
  | { readonly type: 'string' | 'token'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'boolean'; readonly value: boolean };

export type Params = ReadonlyMap<string, BareItem>;

export interface Item {
  readonly bare: BareItem;
  readonly params: Params;
}

export interface InnerList {
  readonly items: readonly Item[];
  readonly params: Params;
}

export type Member = Item | InnerList;

/**
 * Reads the combined value of a field that is a dictionary (RFC 9651 §4.2.2). Stricter than the RFC in one point:
 * a key that comes twice is refused, since two readers might take different ones.
 */
export function parseDictionary(value: string): Parsed<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  const reader = new Reader(value);
  try {
    reader.skip(' ');
    while (!reader.done) {
      const start = reader.at;
      const key = reader.key();
      if (members.has(key)) reader.miss('a key that has not come before', start);
      members.set(key, reader.take('=') ? reader.member() : { bare: yes, params: reader.params() });
      reader.skip(' \t');
      if (reader.done) break;
      if (!reader.take(',')) reader.miss('a comma or the end');
      reader.skip(' \t');
      if (reader.done) reader.miss('a member after the comma');
    }
  } catch (error) {
    if (error instanceof Miss) return { ok: false, offset: error.offset, expected: error.expected };
    throw error;
  }
  return { ok: true, value: members };
}

/** True where a member is an inner list. */
export function isInnerList(member: Member): member is InnerList {
  return 'items' in member;
}

/** A string, an integer, a boolean or octets as an item without parameters. */
export function bareItem(value: string | number | boolean | Uint8Array): BareItem {
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'number') return { type: 'integer', value };
  return typeof value === 'boolean' ? { type: 'boolean', value } : { type: 'bytes', value };
}

/** Writes an item or inner list in the one form that RFC 9651 §4.1 gives it. */
export function serializeMember(member: Member): string {
  const text = isInnerList(member)
    ? `(${member.items.map(serializeMember).join(' ')})`
    : serializeBare(member.bare);
  const params = [...member.params].map(([key, item]) =>
    item.value === true ? `;${key}` : `;${key}=${serializeBare(item)}`,
  );
  return text + params.join('');
}

/** Writes a bare item. Throws a TypeError where a string holds what no string may (RFC 9651 §4.1.6). */
export function serializeBare(item: BareItem): string {
  switch (item.type) {
    case 'string':
      if (/[^\x20-\x7e]/.test(item.value)) throw new TypeError('A string is printable ASCII');
      return `"${item.value.replace(/["\\]/g, '\\$&')}"`;
    case 'bytes':
      return `:${encodeBase64(item.value)}:`;
    case 'boolean':
      return item.value ? '?1' : '?0';
    case 'decimal':
      return Number.isInteger(item.value) ? `${item.value}.0` : String(item.value);
    default:
      return String(item.value);
  }
}

const yes: BareItem = { type: 'boolean', value: true };

class Miss extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

/** Reads forwards once; every method throws a Miss at the first octet that it cannot use. */
class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    let end = text.length;
    while (text[end - 1] === ' ') end -= 1;
    this.#text = text.slice(0, end);
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  miss(expected: string, at = this.at): never {
    throw new Miss(at, expected);
  }

  take(letter: string): boolean {
    if (this.#text[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  skip(letters: string): void {
    while (!this.done && letters.includes(this.#text[this.at] as string)) this.at += 1;
  }

  key(): string {
    return this.#run(/[a-z*][a-z0-9_.*-]*/y, 'a key: lower-case letters, digits, _ - . *');
  }

  member(): Member {
    return this.take('(') ? this.#innerList() : this.#item();
  }

  params(): Params {
    const params = new Map<string, BareItem>();
    while (this.take(';')) {
      this.skip(' ');
      const start = this.at;
      const key = this.key();
      if (params.has(key)) this.miss('a parameter that has not come before', start);
      params.set(key, this.take('=') ? this.#bare() : yes);
    }
    return params;
  }

  #innerList(): InnerList {
    const items: Item[] = [];
    for (;;) {
      this.skip(' ');
      if (this.take(')')) return { items, params: this.params() };
      items.push(this.#item());
      if (this.#text[this.at] !== ' ' && this.#text[this.at] !== ')') this.miss('a space or )');
    }
  }

  #item(): Item {
    return { bare: this.#bare(), params: this.params() };
  }

  #bare(): BareItem {
    if (this.take('"')) return { type: 'string', value: this.#string() };
    if (this.take(':')) return { type: 'bytes', value: this.#bytes() };
    if (this.take('?')) return { type: 'boolean', value: this.#run(/[01]/y, '0 or 1') === '1' };
    if (/[-\d]/.test(this.#text[this.at] ?? '')) return this.#number();
    const token = this.#run(/[A-Za-z*][\w!#$%&'*+.^`|~:/-]*/y, 'a string, a number, a token or bytes');
    return { type: 'token', value: token };
  }

  #number(): BareItem {
    const start = this.at;
    const text = this.#run(/-?\d+(?:\.\d{1,3})?/y, 'a number');
    const [whole = '', fraction] = text.replace('-', '').split('.');
    if (whole.length > (fraction === undefined ? 15 : 12)) this.miss('a shorter number', start);
    return { type: fraction === undefined ? 'integer' : 'decimal', value: Number(text) };
  }

  #string(): string {
    const text = this.#run(/(?:[ !#-[\]-~]|\\["\\])*/y, 'a string');
    if (!this.take('"')) this.miss('a quotation mark that ends the string');
    return text.replace(/\\(.)/g, '$1');
  }

  #bytes(): Uint8Array {
    const start = this.at;
    const bytes = decodeBase64(this.#run(/[A-Za-z0-9+/=]*/y, 'Base64'));
    if (!this.take(':')) this.miss('a colon that ends the Base64');
    return bytes ?? this.miss('Base64 with its padding', start);
  }

  #run(pattern: RegExp, expected: string): string {
    pattern.lastIndex = this.at;
    const [match] = pattern.exec(this.#text) ?? this.miss(expected);
    this.at += match.length;
    return match;
  }
}
