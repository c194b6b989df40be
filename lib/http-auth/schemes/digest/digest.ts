/** The Digest scheme, the server's side: a proof that the client knows the password (RFC 7616). */
import { authorizationField } from '@/lib/http-auth/authorization-field';
import { authenticationCheck, failed, type Note, passed } from '@/lib/http-auth/decision';
import { shown } from '@/lib/http-auth/evidence';
import { type AuthParam, formatParams, param, parseCredentials } from '@/lib/http-auth/grammar';
import { type Field, fieldLines, type Message } from '@/lib/http-auth/message';
import type { Authentication, Env, Scheme } from '@/lib/http-auth/scheme';
import type { Account } from '../basic/basic';
import { seenInstead } from '../look-alikes';
import { digestAccounts } from './accounts';
import { responseFault } from './faults';
import {
  a2Of,
  type DigestAlgorithm,
  type DigestQop,
  type DigestTerms,
  digestHash,
  digestOf,
  readAlgorithm,
  sameDigest,
} from './hash';
import { issueNonce, type NoncePurpose, nonceEnd } from './nonce';
import { type DigestCredentials, readDigest, readingChecks } from './reading';

export interface DigestOptions {
  readonly accounts: readonly Account[];
  /** SHA-256 where it is left out. A client may answer with its `-sess` variant. */
  readonly algorithm?: DigestAlgorithm;
  /** Seals the nonces; whoever knows it can make them. */
  readonly nonceKey: Uint8Array;
  /** How long a nonce is good for: 300 where left out. One that is not above zero makes nonces that are stale at once. */
  readonly nonceSeconds?: number;
  /** The qualities of protection on offer; `auth` alone where left out. */
  readonly qop?: readonly DigestQop[];
  /** The algorithm of a Digest scheme beside this one, which answers for it (RFC 7616 §3.7). */
  readonly besides?: DigestAlgorithm;
  /** Offers to hide the user name in a hash (RFC 7616 §3.4.4). Either form is read. */
  readonly userhash?: boolean;
}

const ownRealm = authenticationCheck(
  'realm is the one of the challenge',
  'RFC 7616 §3.4',
  'the parameter realm is not that of the challenge',
);
const ownOpaque = authenticationCheck(
  'opaque came back unchanged',
  'RFC 7616 §3.4',
  'the parameter opaque did not come back unchanged',
);
const ownAlgorithm = authenticationCheck(
  'algorithm is the one of the challenge',
  'RFC 7616 §3.4',
  'the parameter algorithm is not that of the challenge',
);
const ownNonce = authenticationCheck(
  'nonce was issued here',
  'RFC 7616 §3.3',
  'the nonce was not issued here',
);
const proves = authenticationCheck(
  'response proves the password',
  'RFC 7616 §3.4.1',
  'the parameter response does not fit the user name and the password',
);
const fresh = authenticationCheck('nonce is still good', 'RFC 7616 §3.3', 'the nonce is too old');
const unseen = authenticationCheck(
  'nc is higher than before',
  'RFC 7616 §3.4',
  'the parameter nc is not higher than before',
);

/**
 * The server's side of Digest. What breaks the form, and a `uri` that is not the request target, is a 400; the rest
 * is a 401, with `stale=true` only where the response was right (RFC 7616 §3.3). A nonce is bound to algorithm and
 * realm and needs no memory; what is remembered is the highest `nc` of each. A `-sess` answer is computed with the
 * cnonce that comes with it, as clients do, so every request may bring a new one.
 */
export function digest({
  accounts,
  algorithm = 'SHA-256',
  nonceKey,
  nonceSeconds = 300,
  qop = ['auth'],
  besides,
  userhash = false,
}: DigestOptions): Scheme {
  const opaque = digestHash('SHA-256', new Uint8Array([...nonceKey, 0x6f])).slice(0, 32);
  const find = digestAccounts(accounts, algorithm, nonceKey);
  const refused = { outcome: 'refused', params: [] } as const;
  const stale = { outcome: 'refused', params: [['stale', 'true', 'token']] } as const;
  const purpose = (realm: string): NoncePurpose => ({ key: nonceKey, algorithm, realm });

  /** The checks that need no account: true where the answer is one to a challenge of ours. */
  const answersUs = (given: DigestCredentials, realm: string, note: Note): boolean => {
    const named = readAlgorithm(given.algorithm)?.algorithm;
    const said = given.algorithm === undefined ? 'no algorithm, which means MD5' : shown(given.algorithm, 40);
    const expectedAlgorithm = `${algorithm} or ${algorithm}-sess`;
    for (const [question, ok, saw, expected] of [
      [ownRealm, given.realm === realm, `realm="${shown(given.realm, 80)}"`, `realm="${realm}"`],
      [ownOpaque, given.opaque === opaque, opaqueSeen(given.opaque), 'the opaque of the challenge'],
      [ownAlgorithm, named === algorithm, said, expectedAlgorithm],
    ] as const) {
      note(ok ? passed(question, saw) : failed(question, saw, expected));
      if (!ok) return false;
    }
    return true;
  };

  const judge = async (
    given: DigestCredentials,
    message: Message,
    realm: string,
    env: Env,
    note: Note,
  ): Promise<Authentication> => {
    if (!answersUs(given, realm, note)) return refused;
    const end = nonceEnd(purpose(realm), given.nonce);
    if (!end) {
      note(failed(ownNonce, nonceSeen(given.nonce), 'a nonce of this server, for this realm and algorithm'));
      return refused;
    }
    note(passed(ownNonce, shown(given.nonce, 60)));

    const sess = readAlgorithm(given.algorithm)?.sess ?? false;
    const terms: DigestTerms = { ...given, algorithm, sess };
    const { hashes, principal } = find(given, realm);
    const a2 = a2Of(terms, message.method, given.uri, message.body);
    const right = sameDigest(digestOf(terms, hashes[algorithm], a2), given.response);
    if (!right || !principal) {
      const asked = { ...message, ...given, content: message.body, terms };
      const saw = `${responseFault(asked, hashes)}; A2 here is ${shown(a2, 100)}`;
      note(failed(proves, saw, 'H(H(A1):nonce:nc:cnonce:qop:H(A2)), with the password of this user name'));
      return refused;
    }
    note(passed(proves, `${principal.name}; A2 is ${shown(a2, 140)}`));

    const now = env.now();
    const clock = `a nonce that ends at ${end.toISOString()}; server clock ${now.toISOString()}`;
    if (now >= end) {
      note(failed(fresh, clock, 'the nonce of the newest challenge'));
      return stale;
    }
    note(passed(fresh, clock));

    const uses = Number.parseInt(given.nc, 16);
    if (uses < 1 || !(await env.higher(`digest ${given.nonce}`, uses, end))) {
      const saw = uses < 1 ? 'a count from zero' : 'not above one that came before';
      note(failed(unseen, `nc=${given.nc}: ${saw}`, 'a higher nc with this nonce, or a new nonce'));
      return stale;
    }
    note(passed(unseen, `nc=${given.nc}`));
    return {
      outcome: 'authenticated',
      principal,
      closing: async (content) => [answerOf(terms, hashes[algorithm], message, given.uri, content)],
    };
  };

  return {
    name: 'Digest',
    registered: true,
    rule: 'RFC 7616 §3.3',
    field: 'Authorization',
    checks: [...readingChecks, ownRealm, ownOpaque, ownAlgorithm, ownNonce, proves, fresh, unseen],
    malformed: [],
    async challenge(realm, env) {
      const params: AuthParam[] = [
        ['realm', realm],
        ['qop', qop.join(', ')],
        ['algorithm', algorithm, 'token'],
        ['nonce', issueNonce(purpose(realm), nonceSeconds, env)],
        ['opaque', opaque],
        ['charset', 'UTF-8', 'token'],
      ];
      return { scheme: 'Digest', params: userhash ? [...params, ['userhash', 'true', 'token']] : params };
    },
    async verify(message, realm, env, note) {
      if (authorizationField(message)?.scheme.toLowerCase() !== 'digest') {
        return { outcome: 'absent', saw: seenInstead(message) };
      }
      const [value = ''] = fieldLines(message, 'Authorization');
      if (besides && algorithmOf(value) === besides) {
        return { outcome: 'absent', saw: `Digest with ${besides}` };
      }
      const given = readDigest(message, value, qop, env.origin, note);
      return given ? judge(given, message, realm, env, note) : { outcome: 'malformed', params: [] };
    },
  };
}

/** `rspauth` shows that the server knows the password too (RFC 7616 §3.5). */
function answerOf(
  terms: DigestTerms,
  hash: string,
  { method }: Message,
  uri: string,
  content: Uint8Array,
): Field {
  const received = method === 'HEAD' ? new Uint8Array() : content;
  const params: AuthParam[] = [
    ['rspauth', digestOf(terms, hash, a2Of(terms, '', uri, received))],
    ['qop', terms.qop, 'token'],
    ['cnonce', terms.cnonce],
    ['nc', terms.nc, 'token'],
  ];
  return ['Authentication-Info', formatParams(params)];
}

/** The algorithm that credentials name, MD5 where they name none; undefined where they cannot be read. */
function algorithmOf(value: string): DigestAlgorithm | undefined {
  const parsed = parseCredentials(value);
  return parsed.ok ? readAlgorithm(param(parsed.value, 'algorithm'))?.algorithm : undefined;
}

function opaqueSeen(opaque: string | undefined): string {
  return opaque === undefined ? 'no opaque' : `opaque="${shown(opaque, 80)}"`;
}

function nonceSeen(nonce: string): string {
  return nonce === '' ? 'an empty nonce' : `nonce="${shown(nonce, 80)}"`;
}
