/** The letters and words of RFC 9110 §5.6 and §11.2. Each function reads forwards once, so time stays linear. */

/** What a parser found, or the offset of the first octet that it could not use and what it wanted there. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly offset: number; readonly expected: string };

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const tokenLetters = letterTable(`${alphanumeric}!#$%&'*+-.^_\`|~`);
const token68Letters = letterTable(`${alphanumeric}-._~+/`);

/** 1 for each of these letters, by its code; all of them are ASCII. */
function letterTable(letters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return table;
}

function runEnd(text: string, at: number, letters: Uint8Array): number {
  let end = at;
  while (end < text.length && letters[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

const space = letterTable(' ');
const whitespace = letterTable(' \t');

/** Where the run of SP that starts at `at` ends. */
export const spacesEnd = (text: string, at: number) => runEnd(text, at, space);

/** Where the optional whitespace that starts at `at` ends: SP and HTAB (RFC 9110 §5.6.3). */
export const whitespaceEnd = (text: string, at: number) => runEnd(text, at, whitespace);

/** Where the token that starts at `at` ends; `at` itself where there is none (RFC 9110 §5.6.2). */
export const tokenEnd = (text: string, at: number) => runEnd(text, at, tokenLetters);

/** Where the token68 that starts at `at` ends; `at` itself where there is none (RFC 9110 §11.2). */
export function token68End(text: string, at: number): number {
  let end = runEnd(text, at, token68Letters);
  if (end > at) while (text[end] === '=') end += 1;
  return end;
}

/** A field value without the whitespace around it, which is no part of it (RFC 9110 §5.5). */
export function trimWhitespace(text: string): string {
  const start = whitespaceEnd(text, 0);
  let end = text.length;
  while (end > start && whitespace[text.charCodeAt(end - 1)] === 1) end -= 1;
  return text.slice(start, end);
}

/** Reads the quoted-string that opens at `at`; `end` lies behind its closing quote (RFC 9110 §5.6.4). */
export function readQuotedString(text: string, at: number): Parsed<{ text: string; end: number }> {
  let value = '';
  let end = at + 1;
  while (end < text.length && text[end] !== '"') {
    if (text[end] === '\\') end += 1;
    if (end < text.length && !isQuotable(text.charCodeAt(end))) {
      return { ok: false, offset: end, expected: 'no control character in a quoted-string' };
    }
    value += text[end] ?? '';
    end += 1;
  }
  if (end >= text.length) return { ok: false, offset: text.length, expected: 'a closing quotation mark' };
  return { ok: true, value: { text: value, end: end + 1 } };
}

function isQuotable(code: number): boolean {
  return code === 0x09 || (code >= 0x20 && code <= 0x7e) || (code >= 0x80 && code <= 0xff);
}
