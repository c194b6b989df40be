/** The Digest scheme, the client's side: an answer to a challenge (RFC 7616 §3.4). Runs in a page too. */
import { utf8Octets } from '@/lib/http-auth/draft';
import { type AuthParam, type Challenge, formatCredentials, param } from '@/lib/http-auth/grammar';
import {
  a2Of,
  type DigestQop,
  type DigestTerms,
  digestOf,
  digestQops,
  passwordHash,
  readAlgorithm,
  userHash,
} from './hash';

/** What a client knows besides the challenge. `uri` is the request target: path and query as they are sent. */
export interface DigestAnswer {
  readonly username: string;
  readonly password: string;
  readonly method: string;
  readonly uri: string;
  /** The content, which `auth-int` covers. */
  readonly body?: string | Uint8Array;
  /** How often this nonce has been used, this time included: 1 where it is left out. */
  readonly nc?: number;
  readonly cnonce: string;
  /** The first of the challenge that is known, where it is left out. */
  readonly qop?: DigestQop;
  /** Answers with the `-sess` variant of the algorithm. */
  readonly sess?: boolean;
}

/**
 * The value of Authorization that answers `challenge`. The user name is hashed where the challenge asks for it, and
 * goes into `username*` where it is not ASCII. Throws a TypeError where the challenge is not one of Digest, or where
 * its algorithm or qop is unknown.
 */
export function digestCredentials(challenge: Challenge, answer: DigestAnswer): string {
  const { username, password, method, uri, nc = 1, cnonce, body = '' } = answer;
  const { terms, realm, named } = termsOf(challenge, answer, nc, cnonce);
  const content = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const hash = passwordHash(terms.algorithm, username, realm, password);
  const opaque = param(challenge, 'opaque');
  const hashed = param(challenge, 'userhash')?.toLowerCase() === 'true';
  const params: AuthParam[] = [
    ...usernameParams(username, hashed ? userHash(terms.algorithm, username, realm) : undefined),
    ['realm', realm],
    ['uri', uri],
    ...(named ? [['algorithm', named, 'token'] as const] : []),
    ['nonce', terms.nonce],
    ['nc', terms.nc, 'token'],
    ['cnonce', cnonce],
    ['qop', terms.qop, 'token'],
    ['response', digestOf(terms, hash, a2Of(terms, method, utf8Octets(uri), content))],
    ...(opaque === undefined ? [] : [['opaque', opaque] as const]),
  ];
  return formatCredentials({ scheme: 'Digest', params });
}

/** True where `rspauth` of Authentication-Info shows that the server knows the password too (RFC 7616 §3.5). */
export function serverProved(
  info: string,
  challenge: Challenge,
  answer: DigestAnswer,
  content: Uint8Array,
): boolean {
  const { terms, realm } = termsOf(challenge, answer, answer.nc ?? 1, answer.cnonce);
  const hash = passwordHash(terms.algorithm, answer.username, realm, answer.password);
  const rspauth = /(?:^|[,\s])rspauth="([0-9a-f]+)"/.exec(info)?.[1];
  return rspauth === digestOf(terms, hash, a2Of(terms, '', utf8Octets(answer.uri), content));
}

function termsOf(
  challenge: Challenge,
  { qop, sess = false }: DigestAnswer,
  nc: number,
  cnonce: string,
): { terms: DigestTerms; realm: string; named: string | undefined } {
  if (challenge.scheme.toLowerCase() !== 'digest') throw new TypeError('Not a challenge of Digest');
  const algorithmParam = param(challenge, 'algorithm');
  const read = readAlgorithm(algorithmParam);
  if (!read) throw new TypeError(`No such algorithm: ${algorithmParam}`);
  const offered = (param(challenge, 'qop') ?? '').split(',').map((qopName) => qopName.trim().toLowerCase());
  const chosen = qop ?? digestQops.find((qopName) => offered.includes(qopName));
  if (!chosen) throw new TypeError('The challenge offers no qop that is known');
  return {
    terms: {
      algorithm: read.algorithm,
      sess: sess || read.sess,
      nonce: param(challenge, 'nonce') ?? '',
      nc: nc.toString(16).padStart(8, '0'),
      cnonce,
      qop: chosen,
    },
    realm: param(challenge, 'realm') ?? '',
    named: sess && !read.sess ? `${algorithmParam ?? 'MD5'}-sess` : algorithmParam,
  };
}

function usernameParams(username: string, hash: string | undefined): AuthParam[] {
  if (hash !== undefined) {
    return [
      ['username', hash],
      ['userhash', 'true', 'token'],
    ];
  }
  if (/^[ -~]*$/.test(username)) return [['username', username]];
  const letters = [...new TextEncoder().encode(username.normalize('NFC'))].map((octet) => {
    const letter = String.fromCharCode(octet);
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return [['username*', `UTF-8''${letters.join('')}`, 'token']];
}
