/** The challenge that a learner gives as the server, compared by what it means (RFC 9110 §11.6.1). */
import { type Challenge, param, parseChallenges } from '@/lib/http-auth/grammar';
import { byScheme, type Comparison, differs, meaning, same, show, split } from './field-line';
import type { BuildQuestion } from './question';

/** What has to match where a question does not say: the rest of a challenge is the server's own affair. */
export const mattering: readonly string[] = ['realm', 'error', 'scope'];

/**
 * Compares a typed WWW-Authenticate line, or its value alone, with the challenge of the real answer. Schemes and names
 * are case-insensitive, order and quoting carry no meaning, and a scope is a set (RFC 6749 §3.3). Parameters outside
 * of `must` may differ; only an `error` that the answer does not have is one too many. Where the answer has none, nothing
 * is right, and so is `optional`.
 */
export function compareChallenges(
  given: string,
  { challenge, optional, must }: Pick<BuildQuestion, 'challenge' | 'optional' | 'must'>,
): Comparison {
  const value = typedValue(given);
  if (typeof value !== 'string') return value;
  if (challenge === '') {
    if (value === '') return same;
    if (optional) return compareChallenges(value, { challenge: optional, must });
    return differs('No challenge is needed here: this answer asks for nothing.');
  }
  if (value === '') return differs('The challenge is missing: WWW-Authenticate says how to sign in.');
  const parsedGiven = parseChallenges(value);
  if (!parsedGiven.ok) {
    return differs(
      `This is not a challenge: at offset ${parsedGiven.offset} of the value, ${parsedGiven.expected} is expected.`,
    );
  }
  const right = parseChallenges(challenge);
  if (!right.ok) throw new Error(`Not a challenge: ${challenge}`);
  if (parsedGiven.value.length !== right.value.length) {
    return differs(
      `${amount(parsedGiven.value.length)} here, ${amount(right.value.length).toLowerCase()} wanted.`,
    );
  }
  const expected = byScheme(right.value);
  for (const [index, challenge] of byScheme(parsedGiven.value).entries()) {
    const other = expected[index];
    const difference = other && differenceOf(challenge, other, must);
    if (difference) return differs(difference);
  }
  return same;
}

function typedValue(given: string): string | Comparison {
  const text = given.trim();
  if (!/^[^\s"=,]+\s*:/.test(text)) return text;
  const line = split(text);
  if (typeof line === 'string') return differs(line);
  if (line.name.toLowerCase() === 'www-authenticate') return line.value;
  return differs(
    `The header is called WWW-Authenticate; clients do not look for a challenge in ${show(line.name)}.`,
  );
}

function differenceOf(given: Challenge, right: Challenge, must: readonly string[]): string | undefined {
  if (given.scheme.toLowerCase() !== right.scheme.toLowerCase()) {
    return given.params.length === 0 && given.token68 === undefined
      ? `The first word, ${show(given.scheme)}, is read as the scheme, and it is not the one of this server.`
      : `The scheme is ${show(given.scheme)}; this server uses another one.`;
  }
  if (given.token68 !== undefined) {
    return 'There is a bare value, but parameters, name="value", are needed.';
  }
  for (const name of must) {
    const [actual, expected] = [param(given, name), param(right, name)];
    if (expected === undefined) continue;
    if (actual === undefined) return `The parameter ${name} is missing.`;
    if (meaning(name, actual) === meaning(name, expected)) continue;
    return meaning(name, actual).toLowerCase() === meaning(name, expected).toLowerCase()
      ? `The value of ${name} differs in capital letters: ${show(actual)}. Values are compared letter by letter.`
      : `The value of ${name} differs: ${show(actual)}.`;
  }
  const error = param(given, 'error');
  if (error !== undefined && param(right, 'error') === undefined) {
    return `The parameter error=${show(error)} is not wanted here: the answer of this server names none.`;
  }
  return undefined;
}

function amount(count: number): string {
  return count === 1 ? 'One challenge is' : `${count || 'No'} challenges are`;
}
