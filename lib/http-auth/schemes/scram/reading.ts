/** The credentials of SCRAM as parameters (RFC 7804 §5); what cannot be read is answered 400. */
import { type Check, failed, type Note, passed } from '@/lib/http-auth/decision';
import { shown, spelled } from '@/lib/http-auth/evidence';
import { type Credentials, param, parseCredentials } from '@/lib/http-auth/grammar';
import { trimWhitespace } from '@/lib/http-auth/scanner';
import { decodeData } from './messages';

export const readable: Check = {
  stage: 'syntax',
  check: 'the credentials are parameters',
  failure: 'the parameters of the credentials cannot be read',
  rule: 'RFC 9110 §11.4',
};
export const decodes: Check = {
  stage: 'syntax',
  check: 'data is Base64',
  failure: 'the parameter data is not Base64',
  rule: 'RFC 7804 §5',
};

/** The parameters of Authorization, or undefined where they cannot be read or hold no data. */
export function readCredentials(line: string, note: Note): Credentials | undefined {
  const value = trimWhitespace(line);
  const parsed = parseCredentials(value);
  const expected =
    'realm="…", data="…", or sid=…, data="…"; data needs its quotation marks, since = is in it';
  if (!parsed.ok) {
    const odd = value[parsed.offset];
    const saw = odd === undefined ? 'the end' : `${spelled(odd)} at byte ${parsed.offset + 1}`;
    note(failed(readable, saw, expected));
    return undefined;
  }
  if (param(parsed.value, 'data') === undefined) {
    note(failed(readable, 'no parameter data', expected));
    return undefined;
  }
  note(passed(readable, parsed.value.params.map(([name]) => shown(name, 20)).join(', ')));
  return parsed.value;
}

/** The text in the parameter data, or undefined where it is no Base64 of UTF-8. */
export function readData(credentials: Credentials, note: Note): string | undefined {
  const text = decodeData(param(credentials, 'data') ?? '');
  note(
    text === undefined
      ? failed(decodes, 'data that is not Base64 of UTF-8', 'a SCRAM message in Base64, with its padding')
      : passed(decodes, 'Base64'),
  );
  return text;
}
