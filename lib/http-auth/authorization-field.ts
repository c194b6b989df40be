/** The Authorization field, cut into the scheme and what follows it (RFC 9110 §11.6.2). */
import { fieldLines, type Message } from './message';
import { spacesEnd, trimWhitespace } from './scanner';

export interface AuthorizationField {
  /** As it was written. */
  readonly scheme: string;
  /** All that stands behind the scheme and its spaces, not yet parsed: it belongs to the scheme. */
  readonly rest: string;
}

/** The first Authorization field line, or that of the field `name`; undefined where the message has none. */
export function authorizationField(
  message: Pick<Message, 'fields'>,
  name = 'Authorization',
): AuthorizationField | undefined {
  const [line] = fieldLines(message, name);
  if (line === undefined) return undefined;
  const value = trimWhitespace(line);
  const space = value.indexOf(' ');
  if (space < 0) return { scheme: value, rest: '' };
  return { scheme: value.slice(0, space), rest: value.slice(spacesEnd(value, space)) };
}

const schemes = (
  'Basic Bearer Digest DPoP Negotiate NTLM OAuth Token JWT ApiKey Api-Key Key GNAP HOBA Mutual vapid ' +
  'PrivateToken Concealed SCRAM-SHA-1 SCRAM-SHA-256 AWS4-HMAC-SHA256 Signature Session'
).split(' ');

/** The usual spelling of a well-known scheme name in any case, or undefined where `word` is none. */
export function wellKnownScheme(word: string): string | undefined {
  return schemes.find((name) => name.toLowerCase() === word.toLowerCase());
}

/**
 * A scheme word as evidence: a well-known name, or one that is a slip or two away from it.
 * Undefined for every other word, since a secret may stand in its place.
 */
export function showableScheme(word: string): string | undefined {
  const schemeName = wellKnownScheme(word);
  if (schemeName || gluedScheme(word)) return schemeName;
  const lower = word.toLowerCase();
  const slip = schemes.some((name) => name.length > 4 && distance(lower, name.toLowerCase()) <= 2);
  return slip ? word : undefined;
}

/**
 * True where a word before credentials looks like the name of a scheme, and so may be shown. A word that stands alone may
 * be a secret.
 */
export function namesScheme(word: string): boolean {
  // Names of schemes are short and have few digits; keys are long, or have many.
  return /^[A-Za-z][A-Za-z0-9-]{0,19}$/.test(word) && word.replace(/\D/g, '').length <= 3;
}

/** How many letters must be put in, left out or changed to get from `a` to `b`; 3 stands for all that is more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...a].entries()) {
    const next = [above + 1];
    for (let at = 1; at <= b.length; at += 1) {
      const [left = 0, up = 0, corner = 0] = [next[at - 1], row[at], row[at - 1]];
      next.push(Math.min(left + 1, up + 1, corner + (letter === b[at - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}

/** The well-known scheme that `word` starts with and runs on from, as `BearereyJ…` does. */
export function gluedScheme(word: string): string | undefined {
  const lower = word.toLowerCase();
  const long = ['Basic', 'Bearer', 'Digest', 'DPoP', 'ApiKey'];
  return long.find((name) => lower.startsWith(name.toLowerCase()) && lower.length > name.length);
}

/**
 * What stands in place of a secret that was never put in, or undefined: an object that a program wrote as text, an
 * ellipsis as examples have it, a name in brackets.
 */
export function placeholderFault(text: string): string | undefined {
  if (/^\[object \w+\]$/i.test(text)) {
    return 'a placeholder: a program wrote an object, not the text in it';
  }
  // The ellipsis as one character, in UTF-8, as text and in Windows-1252.
  if (/\.{3}$|^[\w-]{0,16}\.{3}|\u00e2\u0080\u00a6|\u2026|\u0085/.test(text)) {
    return 'a placeholder: an ellipsis in place of the rest';
  }
  return /^[<{[$%]/.test(text) ? 'a placeholder that was not filled in' : undefined;
}

/** True where `text` is a word that a program leaves where a variable was empty. */
export function isLeftover(text: string): boolean {
  return /^(?:undefined|null|nil|none|nan|false|true|\[object object\])$/i.test(text);
}
