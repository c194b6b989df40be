/** Which program asks for a token: client_secret_basic and client_secret_post (RFC 6749 §2.3.1). */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import { secretTable } from '@/lib/http-auth/schemes/secret-table';
import { decodeBase64, encodeBase64 } from '../base64';
import { type Check, failed, type Note, passed } from '../decision';
import { utf8Octets } from '../draft';
import { fieldLines, fromOctets, type Message, octets } from '../message';
import { type Form, type OauthRefusal, refused } from './token-form';

/** A program that is registered, and what it may ask for in its own name. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
}

const oneWay: Check = {
  stage: 'syntax',
  check: 'client authenticates in one way',
  failure: 'the client authenticates in more than one way',
  rule: 'RFC 6749 §2.3',
};
const encoded: Check = {
  stage: 'authentication',
  check: 'client credentials are a form-encoded pair in Base64',
  failure: 'the client credentials cannot be read',
  rule: 'RFC 6749 §2.3.1',
};
const knownClient: Check = {
  stage: 'authentication',
  check: 'client is known',
  failure: 'the client id or the client secret is wrong',
  rule: 'RFC 6749 §2.3.1',
};

/** The checks of the function that `clientAuthentication` makes, in order. */
export const clientChecks: readonly Check[] = [oneWay, encoded, knownClient];

export type Authenticated = { readonly ok: true; readonly client: Client } | OauthRefusal;

/** A function that tells which of `clients` sent a token request, by Basic or by the form, never by both. */
export function clientAuthentication(clients: readonly Client[]) {
  const find = secretTable(clients.map((client) => [pair(client.id, client.secret), client] as const));
  return async (message: Message, form: Form, note: Note): Promise<Authenticated> => {
    const lines = fieldLines(message, 'Authorization').length;
    const field = authorizationField(message);
    if (lines > 1 || (field && form.has('client_secret'))) {
      const saw =
        lines > 1 ? 'several Authorization headers' : 'credentials in Authorization and in the form';
      note(failed(oneWay, saw, 'Authorization: Basic, or client_id and client_secret in the form'));
      return refused('invalid_request', 'The client must authenticate in one way only');
    }
    note(
      passed(oneWay, field ? 'in Authorization' : form.has('client_secret') ? 'in the form' : 'in no way'),
    );

    const presentedPair = field ? basicPair(field.scheme, field.rest) : formPair(form);
    if (typeof presentedPair === 'string') {
      note(
        failed(encoded, presentedPair, 'Base64 of client-id:client-secret, each of them form-encoded before'),
      );
      return refused('invalid_client', 'The client did not authenticate');
    }
    note(
      passed(
        encoded,
        field ? 'a pair, decoded from Base64 and then from the form encoding' : 'a pair in the form',
      ),
    );
    const [id, secret] = presentedPair;
    const client = await find(octets(utf8Octets(pair(id, secret))));
    const agrees = !field || !form.has('client_id') || form.get('client_id') === id;
    if (!client || !agrees) {
      note(
        failed(
          knownClient,
          agrees ? spelling(field?.rest) : 'another client_id in the form',
          'a client and its secret',
        ),
      );
      return refused('invalid_client', 'The client is unknown, or its secret is wrong');
    }
    note(passed(knownClient, client.id));
    return { ok: true, client };
  };
}

/** The client's side: the value of Authorization, with the encoding that is easily forgotten. */
export function clientCredentials(id: string, secret: string): string {
  const text = `${formEncode(id)}:${formEncode(secret)}`;
  return `Basic ${encodeBase64(octets(text))}`;
}

/** Text as application/x-www-form-urlencoded writes a value. */
export function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** The two halves, or why there are none. */
function basicPair(scheme: string, rest: string): readonly [string, string] | string {
  if (scheme.toLowerCase() !== 'basic') return 'another scheme than Basic';
  const bytes = decodeBase64(rest);
  if (!bytes) return 'what is not Base64';
  const text = fromOctets(bytes);
  const colon = text.indexOf(':');
  if (colon < 0) return 'no colon between client-id and client-secret';
  const [id, secret] = [formDecode(text.slice(0, colon)), formDecode(text.slice(colon + 1))];
  if (id === undefined || secret === undefined) return 'a percent sign that begins no byte: not form-encoded';
  return [id, secret];
}

function formPair(form: Form): readonly [string, string] | string {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (id === undefined) return 'no client credentials';
  return secret === undefined ? 'client_id without client_secret' : [id, secret];
}

function formDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function pair(id: string, secret: string): string {
  return JSON.stringify([id, secret]);
}

/** What can be said of a wrong pair from its spelling alone. */
function spelling(rest = ''): string {
  const text = fromOctets(decodeBase64(rest) ?? new Uint8Array());
  const raw = /[^\w%+.*:-]|:.*:/.test(text);
  const ambiguous = !raw && /:.*[+%]/.test(text);
  if (raw) return 'a pair that is not known; it was not form-encoded before Base64';
  return ambiguous
    ? 'a pair that is not known, after + became a space and %41 an A'
    : 'a pair that is not known';
}
