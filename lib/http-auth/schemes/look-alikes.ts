/** What stood in a message in place of the credentials that a scheme looked for. */
import {
  authorizationField,
  gluedScheme,
  isLeftover,
  namesScheme,
  showableScheme,
} from '../authorization-field';
import { cookiesOf } from '../cookies';
import { count, shown } from '../evidence';
import { type Message, rawQuery } from '../message';

/** Fields that are taken for Authorization and are not. */
const lookAlikes = new Set([
  'authentication',
  'authorization',
  'authenticate',
  'authorisation',
  'authorization-token',
  'x-authorization',
  'x-auth',
  'x-auth-token',
  'auth',
  'auth-token',
  'token',
  'access-token',
  'x-access-token',
  'bearer',
  'http-authorization',
  'x-forwarded-authorization',
  'x-original-authorization',
  'proxy-authorization',
  'www-authenticate',
  'api-key',
  'x-api-key',
]);

/** Says what the message holds where its field `name`, Authorization where that is left out, does not fit a scheme. */
export function seenInstead(message: Message, name = 'Authorization'): string {
  const field = authorizationField(message, name);
  if (field) return `${name} with ${seenScheme(field.scheme, field.rest)}`;
  const alike = message.fields.find(([fieldName]) =>
    lookAlikes.has(fieldName.toLowerCase().replaceAll('_', '-')),
  );
  if (alike) return `no ${name} header; ${shown(alike[0], 40)} is another header`;
  const cookie = secretCookie(message);
  if (cookie) return `no ${name} header; the cookie ${shown(cookie, 40)} is not read`;
  const inQuery = [...new URLSearchParams(rawQuery(message)).keys()].find((key) => secretName.test(key));
  return inQuery ? `no ${name} header; ${shown(inQuery, 40)} in the query is not read` : `no ${name} header`;
}

/** What tokens are called where they do not belong; access_token in a query has a rule of its own (RFC 6750 §2.3). */
const secretName = /^(?:auth|bearer|id|jwt)?[-_]?token$|^(?:authorization|bearer|jwt|api[-_]?key)$/i;
const cookieName =
  /^(?:__(?:host|secure)-)?(?:access[-_]?token|(?:auth|bearer|id|jwt)?[-_]?token|authorization|bearer|jwt|auth|api[-_]?key)$/i;

/** The name of a cookie that holds a token or a key by its name, or undefined. */
export function secretCookie(message: Message): string | undefined {
  return cookiesOf(message).find(([name]) => cookieName.test(name))?.[0];
}

function seenScheme(scheme: string, rest: string): string {
  if (/^['`]/.test(scheme)) return 'a quotation mark before the scheme';
  const schemeName = showableScheme(scheme);
  if (schemeName) return `the scheme ${schemeName}`;
  if (/^eyJ[\w-]*\./.test(scheme)) return 'a token without its scheme word';
  const glued = gluedScheme(scheme);
  if (glued) return `no space between ${glued} and what follows`;
  if (isLeftover(scheme)) return `the word ${shown(scheme)}: a variable was empty`;
  const length = count(scheme.length, 'byte');
  if (rest && namesScheme(scheme)) return `the scheme ${scheme}, which is not known here`;
  if (!rest) return `one word of ${length}: a scheme word or the credentials are missing`;
  return `a scheme that is not known here, ${length} long`;
}
