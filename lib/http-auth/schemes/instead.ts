/** What stood in a message in place of the credentials that a scheme looked for. */
import { authorizationField, gluedScheme, isLeftover, showableScheme } from '../authorization-field';
import { count, shown } from '../evidence';
import type { Message } from '../message';

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
  'proxy-authorization',
  'www-authenticate',
  'api-key',
  'x-api-key',
]);

/** Says what the message holds where its field `name`, Authorization where that is left out, does not fit a scheme. */
export function seenInstead(message: Message, name = 'Authorization'): string {
  const field = authorizationField(message, name);
  if (field) return `${name} with ${seenScheme(field.scheme, field.rest)}`;
  const alike = message.fields.find(([own]) => lookAlikes.has(own.toLowerCase().replaceAll('_', '-')));
  return alike ? `no ${name} header; ${shown(alike[0], 40)} is another header` : `no ${name} header`;
}

function seenScheme(scheme: string, rest: string): string {
  if (/^['`]/.test(scheme)) return 'a quotation mark before the scheme';
  const known = showableScheme(scheme);
  if (known) return `the scheme ${known}`;
  if (/^eyJ[\w-]*\./.test(scheme)) return 'a token without its scheme word';
  const glued = gluedScheme(scheme);
  if (glued) return `no space between ${glued} and what follows`;
  if (isLeftover(scheme)) return `the word ${shown(scheme)}: a variable was empty`;
  const length = count(scheme.length, 'byte');
  if (!rest) return `one word of ${length}: a scheme word or the credentials are missing`;
  return `a scheme that is not known here, ${length} long`;
}
