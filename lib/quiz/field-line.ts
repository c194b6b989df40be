/** Two field lines compared by what they mean, and the first difference in words (RFC 9110 §5, §11). */
import { type Challenge, param, parseChallenges, parseCredentials } from '@/lib/http-auth/grammar';

export type Comparison = { readonly same: true } | { readonly same: false; readonly difference: string };

export const same: Comparison = { same: true };
const lists = new Set(['www-authenticate', 'proxy-authenticate']);
/** Lists of names of fields, in which neither capitals nor order mean anything (Fetch §3.3.2). */
const nameLists = new Set([
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-request-headers',
]);
const singles = new Set(['authorization', 'proxy-authorization']);

/**
 * Compares a typed field line with the right one. Names of fields, schemes and parameters are case-insensitive,
 * the order and quoting of parameters carries no meaning, except that a sender has to quote a realm (RFC 9110 §11.5);
 * values are compared byte by byte, but a scope is a set.
 */
export function compareFieldLines(given: string, right: string): Comparison {
  const expected = split(right);
  if (typeof expected === 'string') throw new Error(`Not a header line: ${right}`);
  const actual = split(given);
  if (typeof actual === 'string') return differs(actual);
  const name = expected.name.toLowerCase();
  if (actual.name.toLowerCase() !== name) {
    return differs(
      `The header is called ${expected.name}; a server does not look in ${show(actual.name)} for this.`,
    );
  }
  if (nameLists.has(name)) {
    // A star beside names takes nothing from them: `*, Authorization` names Authorization (Fetch §cors-preflight-fetch).
    const alike = [actual.value, withoutStar(actual.value)].some(
      (value) => namesIn(value) === namesIn(expected.value),
    );
    return alike ? same : differs('Other headers are named here.');
  }
  if (!lists.has(name) && !singles.has(name)) {
    return actual.value === expected.value ? same : differs(`The value of ${expected.name} differs.`);
  }
  const parse = lists.has(name) ? parseChallenges : readOne;
  const what = lists.has(name) ? 'a challenge' : 'credentials';
  const read = parse(actual.value);
  if (!read.ok) {
    return differs(
      `This is not ${what}: at offset ${read.offset} of the value, ${read.expected} is expected.`,
    );
  }
  if (lists.has(name) && /\brealm\s*=\s*[^"\s]/i.test(actual.value.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) {
    return differs('A sender has to write the realm in quotation marks (RFC 9110 §11.5).');
  }
  const target = parse(expected.value);
  if (!target.ok) throw new Error(`Not ${what}: ${right}`);
  if (read.value.length !== target.value.length) {
    return differs(`${read.value.length} of ${what} stand here, ${target.value.length} are wanted.`);
  }
  const pairs = byScheme(read.value).map(
    (challenge, index) => [challenge, byScheme(target.value)[index]] as const,
  );
  for (const [actual, other] of pairs) {
    const difference = other && compareOne(actual, other);
    if (difference) return differs(difference);
  }
  return same;
}

/** The first of `mistakes` that `given` repeats: in meaning where it has one, else to the letter but for spaces. */
export function knownMistake<T extends { readonly text: string }>(
  given: string,
  mistakes: readonly T[],
): T | undefined {
  return mistakes.find(({ text }) => {
    if (plain(text) === plain(given)) return true;
    try {
      return compareFieldLines(given, text).same;
    } catch {
      return false;
    }
  });
}

function withoutStar(value: string): string {
  return value
    .split(',')
    .filter((part) => part.trim() !== '*')
    .join(',');
}

function namesIn(value: string): string {
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names)].sort().join(', ');
}

function plain(line: string): string {
  const [name = '', ...value] = line.trim().replace(/\s+/g, ' ').split(':');
  return [name.toLowerCase(), ...value.map((part) => part.trim())].join(':');
}

function compareOne(given: Challenge, right: Challenge): string | undefined {
  if (given.scheme.toLowerCase() !== right.scheme.toLowerCase()) return schemeDiffers(given, right);
  if (right.token68 !== undefined) return token68Differs(given, right.token68);
  if (given.token68 !== undefined) return 'There is a bare value, but parameters, name="value", are needed.';
  for (const [name, value] of right.params) {
    const actual = param(given, name);
    if (actual === undefined) return `The parameter ${name} is missing.`;
    if (meaning(name, actual) === meaning(name, value)) continue;
    if (meaning(name, actual).toLowerCase() === meaning(name, value).toLowerCase()) {
      return `The value of ${name} differs in capital letters: ${show(actual)}. Values are compared letter by letter.`;
    }
    return `The value of ${name} differs: ${show(actual)}.`;
  }
  const extra = given.params.find(([name]) => param(right, name) === undefined);
  return extra && `The parameter ${show(extra[0])} is not wanted here.`;
}

/** A value of a parameter as it is to be compared: the order of the words of a scope means nothing (RFC 6749 §3.3). */
export function meaning(name: string, value: string): string {
  return name.toLowerCase() === 'scope' ? value.split(' ').filter(Boolean).sort().join(' ') : value;
}

function schemeDiffers(given: Challenge, right: Challenge): string {
  const alone = given.token68 === undefined && given.params.length === 0;
  if (alone || given.scheme === right.token68) {
    return `The scheme is missing: the first word, ${show(given.scheme)}, is read as one.`;
  }
  return `The scheme is ${show(given.scheme)}; another one was asked for.`;
}

function token68Differs(given: Challenge, right: string): string | undefined {
  if (given.token68 === right) return undefined;
  if (given.token68 === undefined && given.params.length === 0) return 'Nothing comes after the scheme.';
  if (given.token68 === undefined) return 'After the scheme there are parameters; one value is needed.';
  const plain = given.scheme.toLowerCase() === 'basic' ? decoded(given.token68) : undefined;
  return plain === undefined
    ? `The value after the scheme differs: ${show(given.token68)}.`
    : `The value after the scheme decodes to ${show(plain)}, which is not the right value.`;
}

function decoded(token68: string): string | undefined {
  try {
    const octets = Uint8Array.from(atob(token68), (octet) => octet.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

/** Name and value of a typed field line, or in words why it is none. */
export function split(line: string): { name: string; value: string } | string {
  const text = line.trim();
  const colon = text.indexOf(':');
  if (text === '') return 'Nothing was typed.';
  if (colon < 0) return 'There is no colon: a header is a name, a colon and a value (RFC 9112 §5).';
  const name = text.slice(0, colon);
  if (/\s$/.test(name)) return 'No space may be between the name and the colon (RFC 9112 §5.1).';
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    return `${show(name)} is not a header name: the part before the colon is one word (RFC 9110 §5.1).`;
  }
  return { name, value: text.slice(colon + 1).trim() };
}

function readOne(value: string) {
  const read = parseCredentials(value);
  return read.ok ? ({ ok: true, value: [read.value] } as const) : read;
}

/** The same challenges in an order that does not depend on how they were listed. */
export function byScheme(challenges: readonly Challenge[]): Challenge[] {
  return [...challenges].sort((a, b) => (a.scheme.toLowerCase() < b.scheme.toLowerCase() ? -1 : 1));
}

/** What was typed, marked as a quotation and cut, with control characters visible. */
export function show(text: string): string {
  const visible = text.replace(/[\u0000-\u001f\u007f]/g, '␣');
  return `“${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}”`;
}

/** The comparison that names a difference. */
export function differs(difference: string): Comparison {
  return { same: false, difference };
}
