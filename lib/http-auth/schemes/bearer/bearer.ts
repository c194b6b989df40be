/** The Bearer scheme: whoever holds the token may use it (RFC 6750). */
import { authorizationField, placeholderFault } from '@/lib/http-auth/authorization-field';
import { type Check, failed, passed } from '@/lib/http-auth/decision';
import { decoded, masked, spelled } from '@/lib/http-auth/evidence';
import { type AuthParam, isToken68 } from '@/lib/http-auth/grammar';
import { fieldValue, fromOctets, type Message, rawQuery } from '@/lib/http-auth/message';
import type { Rule } from '@/lib/http-auth/rule';
import { token68End } from '@/lib/http-auth/scanner';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import { seenInstead } from '../look-alikes';
import type { TokenCheck } from '../token';

const onePlace: Check = {
  stage: 'syntax',
  check: 'the token comes in one place',
  failure: 'the request sends a token in more than one place',
  rule: 'RFC 6750 §2',
};
const oneToken: Check = {
  stage: 'syntax',
  check: 'Bearer is followed by one token',
  failure: 'the text after Bearer is not one token',
  rule: 'RFC 6750 §2.1',
};

const error = (code: string, description: string): AuthParam[] => [
  ['error', code],
  ['error_description', description],
];
const invalidRequest = (description: string) => error('invalid_request', description);

export interface BearerOptions {
  /** Decides which token is valid. */
  readonly tokens: TokenCheck;
  /** Where the metadata of the resource is that a request was for (RFC 9728 §5.1). */
  readonly metadata?: (message: Message, env: Env) => string;
  /** False to imitate a product whose 403 has no challenge, against RFC 6750 §3. True where it is left out. */
  readonly challengesForbidden?: boolean;
}

/**
 * The server's side of Bearer, for the Authorization field alone. A token in the query or in a form body is not
 * used (RFC 6750 §2.2, §2.3); beside one in the field it is an error. `tokens` decides which token is valid.
 */
export function bearer({ tokens, metadata, challengesForbidden = true }: BearerOptions): Scheme {
  return {
    name: 'Bearer',
    registered: true,
    rule: 'RFC 6750 §2.1',
    field: 'Authorization',
    checks: [onePlace, oneToken, ...tokens.checks],
    challengesForbidden,
    malformed: invalidRequest('The request needs one Authorization header with one access token'),
    async challenge(realm, env, message) {
      const params: AuthParam[] = [['realm', realm]];
      if (metadata && message) params.push(['resource_metadata', metadata(message, env)]);
      return { scheme: 'Bearer', params };
    },
    async verify(message, _realm, env, note) {
      const field = authorizationField(message);
      const elsewhere = tokenElsewhere(message);
      if (field?.scheme.toLowerCase() !== 'bearer') {
        const ignored = elsewhere
          ? `; access_token in ${elsewhere.place} is not read (${elsewhere.rule})`
          : '';
        return { outcome: 'absent', saw: seenInstead(message) + ignored };
      }
      if (elsewhere) {
        note(
          failed(
            onePlace,
            `a token in Authorization and as access_token in ${elsewhere.place}`,
            'Authorization alone',
          ),
        );
        return {
          outcome: 'malformed',
          params: invalidRequest('The access token must come in one place only'),
        };
      }
      note(passed(onePlace, 'in Authorization alone'));

      const token = field.rest;
      if (!isToken68(token) || token.toLowerCase() === 'bearer') {
        note(failed(oneToken, tokenFault(token), 'Bearer, a space, then the token'));
        return {
          outcome: 'malformed',
          params: invalidRequest('Bearer must be followed by one access token'),
        };
      }
      note(passed(oneToken, masked(token)));

      const verdict = await tokens.verify(token, env, note);
      if (!verdict.ok) return { outcome: 'refused', params: error('invalid_token', verdict.description) };
      return { outcome: 'authenticated', principal: verdict.principal };
    },
  };
}

/** The client's side: the value of Authorization. */
export function bearerCredentials(token: string): string {
  return `Bearer ${token}`;
}

interface Elsewhere {
  readonly place: string;
  readonly rule: Rule;
}

/** Where an access_token stands besides Authorization. */
function tokenElsewhere(message: Message): Elsewhere | undefined {
  const holds = (form: string) => new URLSearchParams(form).has('access_token');
  if (holds(rawQuery(message) ?? '')) return { place: 'the query', rule: 'RFC 6750 §2.3' };
  const type = fieldValue(message, 'Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' || !holds(fromOctets(message.body))) return undefined;
  return { place: 'the form body', rule: 'RFC 6750 §2.2' };
}

/** Why what follows the word of `scheme` (in small letters) is not one token68. */
export function tokenFault(token: string, scheme = 'bearer'): string {
  if (token === '') return 'the scheme word alone';
  const [first = ''] = token.toLowerCase().split(/[ :]/, 1);
  if (first === scheme) return 'the scheme word twice';
  if (/^["'\u0091-\u0094]|^\u00e2\u0080[\u0098-\u009f]/.test(token))
    return 'quotation marks around the token';
  const placeholder = placeholderFault(token);
  if (placeholder) return placeholder;
  const at = token68End(token, 0);
  const [odd = ''] = decoded(token.slice(at));
  if (odd === ' ') return `a space at byte ${at + 1} of the token: more than one word`;
  if (token[at - 1] === '=') return `an equals sign at byte ${at} of the token, not at its end`;
  return `${spelled(odd)} at byte ${at + 1} of the token`;
}
