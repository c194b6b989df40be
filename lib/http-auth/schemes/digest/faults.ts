/** Names for what goes wrong in Digest credentials. None of them repeats a user name or says which accounts exist. */
import { shown, spelled } from '@/lib/http-auth/evidence';
import { type Credentials, type Parsed, param } from '@/lib/http-auth/grammar';
import {
  a2Of,
  type DigestQop,
  type DigestTerms,
  digestAlgorithms,
  digestLength,
  digestOf,
  legacyDigestOf,
  sameDigest,
} from './hash';

/** Why what follows the scheme is not a list of parameters. */
export function parseFault(value: string, parsed: Parsed<Credentials>): string {
  const rest = value.replace(/^[^ ]* */, '');
  if (rest === '') return 'the scheme word alone';
  if (/^digest(?: |$)/i.test(rest)) return 'the scheme word twice';
  if (parsed.ok) return 'one token68, as Basic and Bearer have it';
  const { offset, expected } = parsed;
  if (/^a parameter name that has not/.test(expected))
    return `a parameter that comes twice, at byte ${offset + 1}`;
  const odd = value[offset];
  return `${odd === undefined ? 'the end' : spelled(odd)} at byte ${offset + 1}, where ${expected} belongs`;
}

/** Which parameters are missing, or undefined where none is. */
export function missingFault(credentials: Credentials): string | undefined {
  const has = (name: string) => param(credentials, name) !== undefined;
  const missing = ['realm', 'nonce', 'uri', 'response', 'qop', 'nc', 'cnonce'].filter((name) => !has(name));
  if (!has('username') && !has('username*')) missing.unshift('username');
  if (!missing.length) return undefined;
  const legacy =
    missing.join() === 'qop,nc,cnonce' ? ': the form of RFC 2069, which RFC 7616 no longer has' : '';
  return `no ${missing.join(', no ')}${legacy}`;
}

/** How `uri` differs from the target that was asked for. */
export function uriFault(uri: string, target: string): string {
  const seen = `uri="${shown(uri, 120)}"`;
  const [path = ''] = target.split('?');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return `the address of something else: ${seen}`;
  if (uri === path) return `the path without its query: ${seen}`;
  if (uri.split('?')[0] === path) return `another query: ${seen}`;
  if (unescaped(uri) === unescaped(target)) return `the same address with other percent-encoding: ${seen}`;
  if (uri !== '' && target.endsWith(uri)) return `only the end of the target: ${seen}`;
  return `another target: ${seen}`;
}

function unescaped(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}/g, (coded) =>
    String.fromCharCode(Number.parseInt(coded.slice(1), 16)),
  );
}

/** A request as a response may have been computed for it. */
export interface Told {
  readonly terms: DigestTerms;
  readonly method: string;
  readonly uri: string;
  readonly content: Uint8Array;
  readonly response: string;
}

/**
 * Which mistake leads to this response, found by making it. Only somebody who has the password can hit on one;
 * everyone else reads of the form alone, and the same for a known and an unknown user name.
 */
export function responseFault(asked: Told, hashes: Record<DigestTerms['algorithm'], string>): string {
  const { terms, method, uri, content, response } = asked;
  const { algorithm } = terms;
  const form = formFault(response, digestLength(algorithm));
  const is = (made: Partial<DigestTerms>, verb = method, target = uri, body = content) => {
    const changed = { ...terms, ...made };
    return sameDigest(
      digestOf(changed, hashes[changed.algorithm], a2Of(changed, verb, target, body)),
      response.toLowerCase(),
    );
  };
  if (is({})) return 'the right digits in upper case';
  const other = digestAlgorithms.find((name) => name !== algorithm && is({ algorithm: name }));
  if (other) return `a response made with ${other}`;
  if (form) return form;
  const verb = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE'].find((name) => name !== method && is({}, name));
  if (verb) return `a response made for the method ${verb}`;
  const [path = ''] = uri.split('?');
  if (is({}, method, path)) return 'a response made for the path without its query';
  if (is({ sess: !terms.sess })) {
    return terms.sess ? 'a response made without -sess' : 'a response made with -sess';
  }
  if (terms.qop === 'auth-int' && is({}, method, uri, new Uint8Array())) {
    return 'a response made for empty content';
  }
  const qop = terms.qop === 'auth' ? 'auth-int' : 'auth';
  if (is({ qop })) return `a response made with qop=${qop}`;
  // Some clients put the whole offer of the challenge into the hash.
  const lists = ['auth,auth-int', 'auth, auth-int', 'auth-int,auth', 'auth-int, auth'];
  const list = lists.find((name) => is({ qop: name as DigestQop }));
  if (list) return `a response made with the list qop="${list}", in place of the one that was chosen`;
  if (is({ nc: '00000001' })) return 'a response made with nc=00000001';
  if (sameDigest(legacyDigestOf(terms, hashes[algorithm], a2Of(terms, method, uri, content)), response)) {
    return 'a response made without qop, nc and cnonce';
  }
  return 'a response that does not fit this user name, nonce and request';
}

function formFault(response: string, length: number): string | undefined {
  if (!/^[0-9a-f]*$/i.test(response)) return 'a response that is not hexadecimal digits';
  if (response.length === length) return undefined;
  return `a response of ${response.length} digits, where the algorithm gives ${length}`;
}
