/** What a trace may show of what a client sent: readable, short, inert, and never a whole secret. */
import { octets } from './message';

/** Control, format and bidi characters, spaces that look like SP, and the backslash that escapes begin with. */
const unseen = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\\]|(?! )\p{Zs}/u;

/** Octets as evidence: read as UTF-8 where they are, else as ISO-8859-1, then made inert. */
export function shown(octets: string, max = 200): string {
  return inert(decoded(octets), max);
}

/**
 * Text that can be read and cannot act: `\n`, `\u0000` and their like are escaped, a backslash is doubled, and
 * what is longer than `max` characters ends in an ellipsis.
 */
export function inert(text: string, max = 200): string {
  // Most of what is sent is this, and to ask of each character takes longer than all else in a trace.
  if (text.length <= max && /^[ -[\]-~]*$/.test(text)) return text;
  let seen = '';
  let fitting = '';
  for (const character of text) {
    seen += unseen.test(character) ? escaped(character) : character;
    if (seen.length > max) return `${fitting}…`;
    if (seen.length < max) fitting = seen;
  }
  return seen;
}

/** A secret as evidence: its first four characters and its length; of a short one the length alone. */
export function masked(secret: string): string {
  const length = `(${count(secret.length, 'byte')})`;
  return secret.length < 12 ? `…… ${length}` : `${shown(secret.slice(0, 4))}… ${length}`;
}

const names: Readonly<Record<string, string>> = {
  '\0': 'a NUL (U+0000)',
  '\t': 'a tab (U+0009)',
  '\n': 'a line feed (U+000A)',
  '\r': 'a carriage return (U+000D)',
  '\x7f': 'a delete character (U+007F)',
  ' ': 'a space',
  '"': 'a quotation mark',
  ',': 'a comma',
  ':': 'a colon',
  '=': 'an equals sign',
};

/** One character as evidence, by its name, by itself or by its number: `a comma`, `the character U+00A0`. */
export function spelled(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return names[character] ?? `the character ${/^[!-~]$/.test(character) ? character : `U+${code}`}`;
}

/** `1 octet`, `2 octets`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Octets as UTF-8, or as ISO-8859-1 where they are not valid UTF-8. Text that is no octets stays as it is. */
export function decoded(text: string): string {
  if (/[\u0100-\uffff]/.test(text) || /^[\0-\x7f]*$/.test(text)) return text;
  return utf8(octets(text)) ?? text;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 octets, or undefined where they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return short[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}
