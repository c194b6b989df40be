/** Challenges and credentials as text: parse and format (RFC 9110 §11.2 to §11.4). */
import {
  type Parsed,
  readQuotedString,
  spacesEnd,
  token68End,
  tokenEnd,
  trimWhitespace,
  whitespaceEnd,
} from './scanner';

export type { Parsed } from './scanner';

/** A parameter. The form `token` is written without quotation marks; otherwise it is a quoted-string. */
export type AuthParam = readonly [name: string, value: string, form?: 'token'];

/** What a server asks: a scheme with a token68 or with parameters, never with both (RFC 9110 §11.3). */
export interface Challenge {
  readonly scheme: string;
  readonly token68?: string;
  readonly params: readonly AuthParam[];
}

/** What a client presents: the same shape (RFC 9110 §11.4). */
export type Credentials = Challenge;

/** True where `text` is one token (RFC 9110 §5.6.2). */
export function isToken(text: string): boolean {
  return text !== '' && tokenEnd(text, 0) === text.length;
}

/** True where `text` is one token68 (RFC 9110 §11.2). */
export function isToken68(text: string): boolean {
  return text !== '' && token68End(text, 0) === text.length;
}

/**
 * Reads the value of WWW-Authenticate, or several joined by commas: a list of challenges (RFC 9110 §11.6.1).
 * Empty members are legal; a parameter name that comes twice in one challenge is not.
 */
export function parseChallenges(value: string): Parsed<Challenge[]> {
  return read(value, 'list');
}

/** Reads the value of Authorization: one set of credentials, which is no list (RFC 9110 §11.6.2). */
export function parseCredentials(value: string): Parsed<Credentials> {
  const readings = read(value, 'one');
  if (!readings.ok) return readings;
  const [credentials] = readings.value;
  return credentials ? { ok: true, value: credentials } : miss(0, 'a scheme');
}

/** Writes a challenge. Throws a TypeError where scheme, token68 or a parameter name is not one. */
export function formatChallenge({ scheme, token68, params }: Challenge): string {
  if (!isToken(scheme) || !params.every(([name]) => isToken(name))) {
    throw new TypeError('Schemes and names are tokens');
  }
  const names = new Set(params.map(([name]) => name.toLowerCase()));
  if (names.size < params.length) throw new TypeError('A parameter name comes once');
  if (token68 === undefined) return params.length ? `${scheme} ${formatParams(params)}` : scheme;
  if (!isToken68(token68) || params.length) throw new TypeError('A token68 stands alone after its scheme');
  return `${scheme} ${token68}`;
}

/** Writes a list of parameters, as Authentication-Info has it (RFC 9110 §11.6.3). */
export function formatParams(params: readonly AuthParam[]): string {
  return params.map(formatParam).join(', ');
}

/** Writes credentials, by the same rules as a challenge. */
export const formatCredentials: (credentials: Credentials) => string = formatChallenge;

/**
 * Text as a quoted-string, whatever it holds: quotes and backslashes escaped, control characters and all beyond
 * ASCII dropped, so that nothing a client sent can break out of a field (RFC 9110 §5.6.4).
 */
export function quotedString(text: string): string {
  // Most texts have nothing of all that.
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  return `"${text.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`;
}

/** The value of the parameter called `name`, which is case-insensitive (RFC 9110 §11.2). */
export function param({ params }: Pick<Challenge, 'params'>, name: string): string | undefined {
  const lowerName = name.toLowerCase();
  return params.find(([paramName]) => paramName.toLowerCase() === lowerName)?.[1];
}

/** The challenge with `params` behind its own; one of the same name takes the place of the old one. */
export function withParams(challenge: Challenge, params: readonly AuthParam[]): Challenge {
  const added = new Set(params.map(([name]) => name.toLowerCase()));
  const others = challenge.params.filter(([name]) => !added.has(name.toLowerCase()));
  return params.length ? { ...challenge, params: [...others, ...params] } : challenge;
}

function formatParam([name, value, form]: AuthParam): string {
  // Realm is sent quoted only, since old clients know nothing else (RFC 9110 §11.5).
  const bare = form === 'token' && isToken(value) && name.toLowerCase() !== 'realm';
  return `${name}=${bare ? value : quotedString(value)}`;
}

/** A challenge while it is read; `open` as long as parameters may follow. */
interface Reading {
  readonly scheme: string;
  readonly token68?: string;
  readonly params: AuthParam[];
  readonly names: Set<string>;
  readonly open: boolean;
}

function read(value: string, form: 'list' | 'one'): Parsed<Challenge[]> {
  const text = trimWhitespace(value);
  const cut = whitespaceEnd(value, 0);
  const readings: Reading[] = [];
  let at = 0;
  while (at < text.length) {
    const last = readings.at(-1);
    if (text[at] === ',') {
      if (form === 'one' && !last?.open) return miss(cut + at, last ? 'the end' : 'a scheme');
      at = whitespaceEnd(text, at + 1);
      continue;
    }
    const belongs = last?.open && beginsParam(text, at);
    if (form === 'one' && last && !belongs) return miss(cut + at, 'a parameter: name=value');
    const end = belongs ? readParam(text, at, last) : readChallenge(text, at, readings);
    if (!end.ok) return miss(cut + end.offset, end.expected);
    at = whitespaceEnd(text, end.value);
    if (at < text.length && text[at] !== ',') return miss(cut + at, 'a comma or the end');
  }
  return {
    ok: true,
    value: readings.map(({ names, open, ...challenge }) => challenge),
  };
}

function readChallenge(text: string, at: number, readings: Reading[]): Parsed<number> {
  const schemeEnd = tokenEnd(text, at);
  if (schemeEnd === at) return miss(at, 'a scheme');
  const start = { scheme: text.slice(at, schemeEnd), params: [], names: new Set<string>() };
  const gapEnd = whitespaceEnd(text, schemeEnd);
  if (memberEnds(text, gapEnd)) {
    readings.push({ ...start, open: text[schemeEnd] === ' ' });
    return { ok: true, value: gapEnd };
  }
  const after = spacesEnd(text, schemeEnd);
  if (after === schemeEnd || after < gapEnd) return miss(after, 'a space after the scheme');
  const end = token68End(text, after);
  if (end > after && memberEnds(text, whitespaceEnd(text, end))) {
    readings.push({ ...start, token68: text.slice(after, end), open: false });
    return { ok: true, value: end };
  }
  const reading = { ...start, open: true };
  readings.push(reading);
  return readParam(text, after, reading);
}

function readParam(text: string, at: number, { params, names }: Reading): Parsed<number> {
  const nameEnd = tokenEnd(text, at);
  if (nameEnd === at) return miss(at, 'a token68 or a parameter name');
  const equals = whitespaceEnd(text, nameEnd);
  if (text[equals] !== '=') return miss(equals, 'an equals sign after the parameter name');
  const name = text.slice(at, nameEnd);
  if (names.has(name.toLowerCase())) return miss(at, 'a parameter name that has not come before');
  names.add(name.toLowerCase());
  const start = whitespaceEnd(text, equals + 1);
  if (text[start] === '"') {
    const quoted = readQuotedString(text, start);
    if (!quoted.ok) return quoted;
    params.push([name, quoted.value.text]);
    return { ok: true, value: quoted.value.end };
  }
  const end = tokenEnd(text, start);
  if (end === start) return miss(start, 'a token or a quoted-string');
  params.push([name, text.slice(start, end), 'token']);
  return { ok: true, value: end };
}

/** Behind a comma, only an equals sign tells a parameter from the next scheme. */
function beginsParam(text: string, at: number): boolean {
  const end = tokenEnd(text, at);
  return end > at && text[whitespaceEnd(text, end)] === '=';
}

function memberEnds(text: string, at: number): boolean {
  return at >= text.length || text[at] === ',';
}

function miss(offset: number, expected: string) {
  return { ok: false, offset, expected } as const;
}
