/** The Basic scheme: user name and password in Base64 (RFC 7617). */
import { authorizationField, isLeftover } from '@/lib/http-auth/authorization-field';
import { decodeBase64, encodeBase64 } from '@/lib/http-auth/base64';
import { authenticationCheck, failed, type Principal, passed } from '@/lib/http-auth/decision';
import { utf8 } from '@/lib/http-auth/evidence';
import { isToken68 } from '@/lib/http-auth/grammar';
import { fromOctets, octets } from '@/lib/http-auth/message';
import type { Scheme } from '@/lib/http-auth/scheme';
import { seenInstead } from '../look-alikes';
import { secretTable } from '../secret-table';
import { base64Fault, controlFault, spellingFault, token68Fault } from './faults';

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly principal: Principal;
}

export interface BasicOptions {
  readonly accounts: readonly Account[];
  /** Tells clients to encode in UTF-8 (RFC 7617 §2.1). True where it is left out. */
  readonly charset?: boolean;
  /** Also reads ISO-8859-1, which some clients send whatever they are told (RFC 7617 §B.2). True where left out. */
  readonly latin1?: boolean;
  /** Where the credentials travel; a proxy reads its own (RFC 9110 §11.7.2). Authorization where it is left out. */
  readonly field?: 'Authorization' | 'Proxy-Authorization';
}

const oneToken68 = authenticationCheck(
  'Basic is followed by one token68',
  'RFC 7617 §2',
  'the text after Basic is not Base64',
);
const decodes = authenticationCheck(
  'Base64 decodes',
  'RFC 4648 §4',
  'the text after Basic does not decode from Base64',
);
const divided = authenticationCheck(
  'a colon ends the user name',
  'RFC 7617 §2',
  'the decoded credentials have no colon',
);
const printable = authenticationCheck(
  'no control characters inside',
  'RFC 7617 §2',
  'the credentials contain a control character',
);
const readable = authenticationCheck(
  'user name and password are UTF-8',
  'RFC 7617 §2.1',
  'the credentials are not UTF-8',
);
const matches = authenticationCheck(
  'user name and password belong together',
  'RFC 7617 §2',
  'the user name or the password is wrong',
);

/**
 * The server's side of Basic. Every refusal is a 401: garbage behind the scheme word counts as invalid credentials
 * (RFC 9110 §11.4). Base64 is read strictly, padding included. Evidence never depends on which accounts exist.
 * Throws a TypeError where a user name of `accounts` holds a colon.
 */
export function basic({
  accounts,
  charset = true,
  latin1 = true,
  field = 'Authorization',
}: BasicOptions): Scheme {
  if (accounts.some(({ username }) => username.includes(':')))
    throw new TypeError('A user name has no colon');
  const find = secretTable(
    accounts.map(({ username, password, principal }) => [joined(username, password), principal] as const),
  );
  // Whoever hits on one of these has all of the password before its colon, and so learns of no account.
  const findCut = secretTable(
    accounts.flatMap(({ username, password }) => {
      const [before = ''] = password.split(':');
      return before === password ? [] : [[joined(username, before), true] as const];
    }),
  );
  /** Which slip leads from a pair that is right to this one, else what its spelling tells. */
  const pairFault = (username: string, password: string): string => {
    const is = (name: string, secret: string) =>
      find(new TextEncoder().encode(joined(name, secret))) !== undefined;
    if (findCut(new TextEncoder().encode(joined(username, password)))) {
      return 'a password that is cut at its colon: only the first colon of the pair divides it';
    }
    const [plainName, plainPassword] = [percentDecoded(username), percentDecoded(password)];
    if ((plainName !== username || plainPassword !== password) && is(plainName, plainPassword)) {
      return 'a pair that is percent-encoded: only an address needs that';
    }
    const [bareName, barePassword] = [unquoted(username), unquoted(password)];
    if ((bareName !== username || barePassword !== password) && is(bareName, barePassword)) {
      return 'quotation marks inside the pair, where they belong to the value';
    }
    return spellingFault(username, password);
  };
  const refused = { outcome: 'refused', params: [] } as const;
  return {
    name: 'Basic',
    registered: true,
    rule: 'RFC 7617 §2',
    field,
    checks: [oneToken68, decodes, divided, printable, readable, matches],
    malformed: [],
    async challenge(realm) {
      return {
        scheme: 'Basic',
        params: [['realm', realm], ...(charset ? [['charset', 'UTF-8'] as const] : [])],
      };
    },
    async verify(message, _realm, _env, note) {
      const given = authorizationField(message, field);
      if (given?.scheme.toLowerCase() !== 'basic')
        return { outcome: 'absent', saw: seenInstead(message, field) };
      const { rest } = given;

      if (!isToken68(rest)) {
        note(failed(oneToken68, token68Fault(rest), 'Basic, a space, then user-name:password in Base64'));
        return refused;
      }
      note(passed(oneToken68, 'one token68'));

      const bytes = decodeBase64(rest);
      if (!bytes) {
        note(failed(decodes, base64Fault(rest), 'Base64 with its padding, of the letters A–Z a–z 0–9 + /'));
        return refused;
      }
      note(passed(decodes, 'Base64 with its padding'));

      const raw = fromOctets(bytes);
      const colon = raw.indexOf(':');
      if (colon < 0) {
        const saw = isLeftover(rest) ? `the word ${rest}: a variable was empty` : noColon(raw);
        note(failed(divided, saw, 'user-name:password, divided by the first colon'));
        return refused;
      }
      note(passed(divided, 'a user name, a colon, a password'));

      const control = controlFault(raw, colon);
      if (control) {
        note(failed(printable, control, 'no control character; printf adds none, echo adds a line feed'));
        return refused;
      }
      note(passed(printable, 'none'));

      const decoded = utf8(bytes);
      const text = decoded ?? (latin1 ? raw : undefined);
      if (text === undefined) {
        note(failed(readable, 'bytes that are not UTF-8, as ISO-8859-1 would give', 'UTF-8, then Base64'));
        return refused;
      }
      const form = decoded === undefined ? 'not UTF-8: read as ISO-8859-1 (RFC 7617 §B.2)' : 'UTF-8';
      note(passed(readable, form));

      const at = text.indexOf(':');
      const [username, password] = [text.slice(0, at), text.slice(at + 1)];
      const principal = find(new TextEncoder().encode(joined(username, password)));
      if (!principal) {
        const expected = 'a user name that is known, then its own password, in this order';
        note(failed(matches, pairFault(username, password), expected));
        return refused;
      }
      note(passed(matches, principal.name));
      return { outcome: 'authenticated', principal };
    },
  };
}

/**
 * The client's side: the value of Authorization. A colon in `username` is not stopped; it moves the rest of the name
 * into the password, as with every client (RFC 7617 §2). Throws a RangeError where ISO-8859-1 lacks a character.
 */
export function basicCredentials(
  username: string,
  password: string,
  encoding: 'utf-8' | 'latin1' = 'utf-8',
): string {
  const text = joined(username, password);
  return `Basic ${encodeBase64(encoding === 'latin1' ? octets(text) : new TextEncoder().encode(text))}`;
}

/** Both in the form in which they are compared: NFC (RFC 7617 §2.1, RFC 8265). */
function joined(username: string, password: string): string {
  return `${username.normalize('NFC')}:${password.normalize('NFC')}`;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

function noColon(raw: string): string {
  const again = decodeBase64(raw.trim());
  return again && fromOctets(again).includes(':') ? 'Base64 inside Base64: encoded twice' : 'no colon';
}
