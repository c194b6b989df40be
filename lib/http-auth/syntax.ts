/** What every request must keep to before any scheme looks at it; what breaks it is answered 400. */
import {
  authorizationField,
  gluedScheme,
  namesScheme,
  placeholderFault,
  showableScheme,
  wellKnownScheme,
} from './authorization-field';
import { type Check, failed, type Note, passed } from './decision';
import { count, decoded, spelled } from './evidence';
import { parseChallenges } from './grammar';
import { fieldLines, type Message } from './message';
import { tokenEnd, trimWhitespace } from './scanner';

const oneHost: Check = { stage: 'syntax', check: 'at most one Host field line', rule: 'RFC 9112 §3.2' };
const oneAuthorization: Check = {
  stage: 'syntax',
  check: 'at most one Authorization field line',
  rule: 'RFC 9110 §5.3',
};
const schemeFirst: Check = {
  stage: 'syntax',
  check: 'Authorization is a scheme with its credentials',
  rule: 'RFC 9110 §11.4',
};

/** The checks of `checkSyntax`, in order. */
export const syntaxChecks: readonly Check[] = [oneHost, oneAuthorization, schemeFirst];

/** True where the message keeps to the syntax of HTTP authentication; notes each check up to the first failure. */
export function checkSyntax(message: Message, note: Note): boolean {
  for (const [check, name] of [
    [oneHost, 'Host'],
    [oneAuthorization, 'Authorization'],
  ] as const) {
    const lines = fieldLines(message, name).length;
    const saw = lines ? count(lines, 'field line') : `no ${name} field`;
    note(lines < 2 ? passed(check, saw) : failed(check, saw, 'one field line'));
    if (lines > 1) return false;
  }
  const [line] = fieldLines(message, 'Authorization');
  const fault = line === undefined ? undefined : faultOf(trimWhitespace(line));
  note(fault ? failed(schemeFirst, ...fault) : passed(schemeFirst, seenScheme(message)));
  return !fault;
}

type Fault = [saw: string, expected: string];

const form = 'a scheme word, a space, then its credentials';

/** What is wrong with the value as far as that can be said without knowing the scheme. */
function faultOf(value: string): Fault | undefined {
  if (value === '') return ['an empty value', form];
  const end = tokenEnd(value, 0);
  if (end === 0 || (end < value.length && value[end] !== ' ')) return schemeFault(value, end);
  const list = value.includes(',') ? parseChallenges(value) : undefined;
  if (!list?.ok || list.value.length < 2) return undefined;
  // A page that sets the field twice gets its values joined like this by fetch.
  return [`${list.value.length} sets of credentials, joined by commas`, 'one set of credentials'];
}

/** The word before `end` is not followed by a space; each common reason gets words of its own. */
function schemeFault(value: string, end: number): Fault {
  const before = value.slice(0, end);
  const scheme = wellKnownScheme(before);
  const where = scheme ? `behind ${scheme}` : end ? 'in the first word' : 'before the scheme';
  const after = scheme ? `${scheme}, a space, then its credentials` : form;
  const [odd = ''] = decoded(value.slice(end));
  if (before.toLowerCase() === 'authorization' && odd === ':') {
    return ['the name of the field once more, inside its value', form];
  }
  if (odd === '\t') return [`a tab ${where}`, scheme ? after : `${form}; the space is SP, not a tab`];
  if (odd === '"' || curlyQuotes.has(odd)) {
    return [`a ${odd === '"' ? '' : 'curly '}quotation mark ${where}`, `${after}, without quotation marks`];
  }
  if ('<{['.includes(odd) && /^\$?$/.test(before)) {
    return [placeholderFault(value) ?? 'a placeholder that was not filled in', form];
  }
  if (odd === ':' && !scheme && /[^\s:]/.test(value[end + 1] ?? '')) {
    return ['a colon in the first word, as in a bare user-name:password', form];
  }
  const glued = gluedScheme(value);
  if ('/='.includes(odd) && !scheme) {
    const saw = glued ? `no space between ${glued} and what follows` : 'credentials without a scheme word';
    return [saw, form];
  }
  return [`${spelled(odd)} ${where}`, after];
}

const curlyQuotes = new Set('“”„‟‘’‚«»‹›\u0091\u0092\u0093\u0094');

function seenScheme(message: Message): string {
  const field = authorizationField(message);
  if (!field) return 'no Authorization field';
  const scheme = showableScheme(field.scheme);
  const isNamed = scheme !== undefined || (field.rest !== '' && namesScheme(field.scheme));
  const what = isNamed
    ? `the scheme ${scheme ?? field.scheme}`
    : `a word of ${count(field.scheme.length, 'octet')}`;
  return field.rest ? `${what} with credentials` : `${what} alone`;
}
