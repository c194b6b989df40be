/** An API key in a field of its own. No RFC defines it: the scheme name is ours, for the challenge that 401 owes. */
import { authorizationField, isLeftover, placeholderFault } from '@/lib/http-auth/authorization-field';
import { type Check, failed, type Principal, passed } from '@/lib/http-auth/decision';
import { count, masked, shown } from '@/lib/http-auth/evidence';
import { fieldLines, type Message, octets, rawQuery } from '@/lib/http-auth/message';
import { trimWhitespace } from '@/lib/http-auth/scanner';
import type { Scheme } from '@/lib/http-auth/scheme';
import { secretCookie } from '../look-alikes';
import { entriesOf, secretTable } from '../secret-table';

export interface ApiKeyOptions {
  /** The name of the field. `X-API-Key` where it is left out. */
  readonly field?: string;
  readonly keys: ReadonlyMap<string, Principal> | Readonly<Record<string, Principal>>;
}

const oneLine: Check = {
  stage: 'syntax',
  check: 'the key comes in one header line',
  failure: 'the request has the API key in more than one header line',
  rule: 'RFC 9110 §5.3',
};
const knownKey: Check = {
  stage: 'authentication',
  check: 'API key is known',
  failure: 'the API key is not known',
  rule: 'RFC 9110 §11.4',
};

/** The server's side of an API key. The challenge names the field, so that a client can learn where to put it. */
export function apiKey({ field = 'X-API-Key', keys }: ApiKeyOptions): Scheme {
  const find = secretTable(entriesOf(keys));
  return {
    name: 'ApiKey',
    registered: false,
    rule: 'RFC 9110 §11.1',
    field,
    checks: [oneLine, knownKey],
    malformed: [],
    async challenge(realm) {
      return {
        scheme: 'ApiKey',
        params: [
          ['realm', realm],
          ['field', field],
        ],
      };
    },
    async verify(message, _realm, _env, note) {
      const lines = fieldLines(message, field);
      const [line] = lines;
      if (line === undefined) return { outcome: 'absent', saw: seenInsteadOf(field, message) };
      if (lines.length > 1) {
        note(failed(oneLine, count(lines.length, 'header line'), 'one header line'));
        return { outcome: 'malformed', params: [] };
      }
      note(passed(oneLine, count(1, 'header line')));
      const key = trimWhitespace(line);
      const principal = await find(octets(key));
      if (!principal) {
        note(failed(knownKey, keyFault(key), 'a key that this server has given out, and nothing else'));
        return { outcome: 'refused', params: [] };
      }
      note(passed(knownKey, `${masked(key)}: ${principal.name}`));
      return { outcome: 'authenticated', principal };
    },
  };
}

function keyFault(key: string): string {
  if (key === '') return 'an empty value';
  const placeholder = placeholderFault(key);
  if (placeholder) return placeholder;
  if (isLeftover(key)) return `the word ${key}: a variable was empty`;
  if (/^(?:bearer|basic|apikey|api-key|key|token)[ :=]/i.test(key)) return 'a word before the key';
  if (/^["']|["']$/.test(key)) return 'quotation marks around the key';
  return masked(key);
}

/** What the message holds in place of the field: the key in the query, in Authorization, under a similar name. */
function seenInsteadOf(field: string, message: Message): string {
  const alike = message.fields.find(
    ([name]) => stem(name) === stem(field) || stem(name) === 'apikey' || keyName.test(name),
  );
  if (alike) return `the header ${shown(alike[0], 40)}, which is not ${field}`;
  const cookie = secretCookie(message);
  if (cookie) return `the cookie ${shown(cookie, 40)}, which is not read, and no ${field} header`;
  const inQuery = [...new URLSearchParams(rawQuery(message)).keys()].find((name) =>
    ['apikey', 'key', 'token', 'accesstoken', stem(field)].includes(stem(name)),
  );
  if (inQuery !== undefined)
    return `${shown(inQuery, 40)} in the query, which is not read: it ends up in logs`;
  const given = authorizationField(message);
  if (!given) return `no ${field} header`;
  const scheme = /^(?:bearer|apikey|api-key|key|token|basic)$/i.test(given.scheme) ? given.scheme : undefined;
  return scheme
    ? `Authorization with ${scheme}, and no ${field} header`
    : `Authorization, and no ${field} header: is the key in the wrong header?`;
}

/** Names under which other services take their keys. */
const keyName =
  /^(?:[a-z]+-)*(?:api|access|app|auth|client|functions|secret|subscription)[-_]?(?:key|token)$|^x-(?:key|token)$/i;

/** A field name without what people vary in it: case, X-, hyphens and underscores. */
function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^x(?=api|key|token)/, '');
}
