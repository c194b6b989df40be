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
  const wanted = split(right);
  if (typeof wanted === 'string') throw new Error(`Not a header line: ${right}`);
  const own = split(given);
  if (typeof own === 'string') return differs(own);
  const name = wanted.name.toLowerCase();
  if (own.name.toLowerCase() !== name) {
    return differs(
      `The header is called ${wanted.name}; a server does not look in ${show(own.name)} for this.`,
    );
  }
  if (nameLists.has(name)) {
    // A star beside names takes nothing from them: `*, Authorization` names Authorization (Fetch §cors-preflight-fetch).
    const alike = [own.value, withoutStar(own.value)].some(
      (value) => namesIn(value) === namesIn(wanted.value),
    );
    return alike ? same : differs('Other headers are named here.');
  }
  if (!lists.has(name) && !singles.has(name)) {
    return own.value === wanted.value ? same : differs(`The value of ${wanted.name} differs.`);
  }
  const parse = lists.has(name) ? parseChallenges : readOne;
  const what = lists.has(name) ? 'a challenge' : 'credentials';
  const read = parse(own.value);
  if (!read.ok) {
    return differs(
      `This is not ${what}: at offset ${read.offset} of the value, ${read.expected} is expected.`,
    );
  }
  if (lists.has(name) && /\brealm\s*=\s*[^"\s]/i.test(own.value.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) {
    return differs('A sender has to write the realm in quotation marks (RFC 9110 §11.5).');
  }
  const target = parse(wanted.value);
  if (!target.ok) throw new Error(`Not ${what}: ${right}`);
  if (read.value.length !== target.value.length) {
    return differs(`${read.value.length} of ${what} stand here, ${target.value.length} are wanted.`);
  }
  const pairs = byScheme(read.value).map((one, index) => [one, byScheme(target.value)[index]] as const);
  for (const [one, other] of pairs) {
    const difference = other && compareOne(one, other);
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
    .filter((one) => one.trim() !== '*')
    .join(',');
}

function namesIn(value: string): string {
  const names = value.split(',').map((one) => one.trim().toLowerCase());
  return [...new Set(names)].sort().join(', ');
}

function plain(line: string): string {
  const [name = '', ...value] = line.trim().replace(/\s+/g, ' ').split(':');
  return [name.toLowerCase(), ...value.map((part) => part.trim())].join(':');
}

function compareOne(own: Challenge, right: Challenge): string | undefined {
  if (own.scheme.toLowerCase() !== right.scheme.toLowerCase()) return schemeDiffers(own, right);
  if (right.token68 !== undefined) return token68Differs(own, right.token68);
  if (own.token68 !== undefined) return 'A bare value stands where parameters, name="value", are wanted.';
  for (const [name, value] of right.params) {
    const found = param(own, name);
    if (found === undefined) return `The parameter ${name} is missing.`;
    if (meaning(name, found) === meaning(name, value)) continue;
    if (meaning(name, found).toLowerCase() === meaning(name, value).toLowerCase()) {
      return `The value of ${name} differs in capital letters: ${show(found)}. Values are compared letter by letter.`;
    }
    return `The value of ${name} differs: ${show(found)}.`;
  }
  const extra = own.params.find(([name]) => param(right, name) === undefined);
  return extra && `The parameter ${show(extra[0])} is not wanted here.`;
}

/** A value of a parameter as it is to be compared: the order of the words of a scope means nothing (RFC 6749 §3.3). */
export function meaning(name: string, value: string): string {
  return name.toLowerCase() === 'scope' ? value.split(' ').filter(Boolean).sort().join(' ') : value;
}

function schemeDiffers(own: Challenge, right: Challenge): string {
  const alone = own.token68 === undefined && own.params.length === 0;
  if (alone || own.scheme === right.token68) {
    return `The scheme is missing: the first word, ${show(own.scheme)}, is read as one.`;
  }
  return `The scheme is ${show(own.scheme)}; another one was asked for.`;
}

function token68Differs(own: Challenge, right: string): string | undefined {
  if (own.token68 === right) return undefined;
  if (own.token68 === undefined && own.params.length === 0) return 'Nothing stands after the scheme.';
  if (own.token68 === undefined) return 'After the scheme there are parameters; one value is needed.';
  const plain = own.scheme.toLowerCase() === 'basic' ? decoded(own.token68) : undefined;
  return plain === undefined
    ? `The value after the scheme differs: ${show(own.token68)}.`
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
  if (/\s$/.test(name)) return 'No space may stand between the name and the colon (RFC 9112 §5.1).';
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    return `${show(name)} is not a header name: what stands before the colon is one word (RFC 9110 §5.1).`;
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
