/** The questions that a signature must answer before and behind the mathematics (RFC 9421 §3.2, §7.2). */
import { authenticationCheck } from '@/lib/http-auth/decision';
import { count, masked, shown } from '@/lib/http-auth/evidence';
import { fieldValue, type Message } from '@/lib/http-auth/message';
import { sameOctets } from '@/lib/http-auth/seal';
import { isInnerList, type Params, parseDictionary } from '@/lib/http-auth/structured-fields';

export const knownKey = authenticationCheck(
  'keyid names a key of this server',
  'RFC 9421 §3.2',
  'the parameter keyid names no key that this server has',
);
export const ownAlgorithm = authenticationCheck(
  'alg is that of the key',
  'RFC 9421 §3.2',
  'the parameter alg is not the algorithm of this key',
);
export const covered = authenticationCheck(
  'all that this server asks for is signed',
  'RFC 9421 §7.2.1',
  'a part that must be signed is not signed',
);
export const fresh = authenticationCheck(
  'created is recent and expires is to come',
  'RFC 9421 §7.2.2',
  'the times of the signature do not fit the server clock',
);
export const ownNonce = authenticationCheck(
  'nonce was given out here',
  'RFC 9421 §7.2.2',
  'the nonce was not issued here',
);
export const ownTag = authenticationCheck(
  'tag is that of this application',
  'RFC 9421 §7.2.7',
  'the parameter tag is not that of this application',
);
export const present = authenticationCheck(
  'the message has every signed component',
  'RFC 9421 §2.5',
  'a signed part is missing from the request',
);
export const verifies = authenticationCheck(
  'signature verifies',
  'RFC 9421 §3.2',
  'the signature does not verify',
);
export const digested = authenticationCheck(
  'Content-Digest is that of the content',
  'RFC 9530 §2',
  'Content-Digest does not fit the content',
);
export const once = authenticationCheck('nonce is used once', 'RFC 9421 §7.2.2', 'the nonce was used before');

/** What a check found: evidence, and what it wanted where that is missing. */
export interface Finding {
  readonly saw: string;
  readonly expected?: string;
}

/** Components that hold others: signing one of them signs those too (RFC 9421 §2.2). */
const within: Readonly<Record<string, readonly string[]>> = {
  '@authority': ['@authority', 'host', '@target-uri'],
  '@path': ['@path', '@request-target', '@target-uri'],
  '@query': ['@query', '@request-target', '@target-uri'],
};

/** Which of `wanted` no signed component holds. */
export function coverage(names: readonly string[], required: readonly string[]): Finding {
  const missing = required.filter(
    (component) => !(within[component] ?? [component]).some((name) => names.includes(name)),
  );
  if (!missing.length) return { saw: shown(names.join(' ')) };
  return { saw: `a signature without ${missing.join(', ')}`, expected: required.join(' ') };
}

/** How far the clock of a client may run ahead. */
const ahead = 60;

/** Whether the times of a signature fit `now`: created at most `maxAge` seconds ago, expires not reached. */
export function freshness(params: Params, now: Date, maxAge: number): Finding {
  const seconds = Math.floor(now.getTime() / 1000);
  const expected = `created, in seconds since 1970, at most ${maxAge} seconds ago; this server has ${seconds}`;
  const [created, expires] = [params.get('created'), params.get('expires')];
  if (created === undefined) return { saw: 'no created', expected };
  if (created.type !== 'integer') return { saw: `created is not a whole number`, expected };
  const age = seconds - created.value;
  if (created.value > seconds * 100) return { saw: 'created in milliseconds', expected };
  if (age > maxAge) return { saw: `created ${count(age, 'second')} ago`, expected };
  if (age < -ahead) return { saw: `created ${count(-age, 'second')} in the future`, expected };
  if (expires !== undefined && (expires.type !== 'integer' || expires.value <= seconds)) {
    const saw =
      expires.type === 'integer'
        ? `expired ${count(seconds - expires.value, 'second')} ago`
        : 'expires is not a whole number';
    return { saw, expected: 'expires, if it is there, in the future' };
  }
  return { saw: `created ${count(Math.max(age, 0), 'second')} ago` };
}

/** Why a nonce was not taken. */
export function nonceFault(params: Params): string {
  const nonce = params.get('nonce');
  if (nonce === undefined) return 'no nonce';
  return nonce.type === 'string' ? masked(nonce.value) : 'a nonce that is not a string';
}

/** Whether the hashes in Content-Digest are those of the content; only SHA-256 and SHA-512 count. */
export async function digestFinding(message: Message): Promise<Finding> {
  const expected = 'sha-256=:…:, the hash of the bytes that are sent';
  const value = fieldValue(message, 'Content-Digest');
  const parsed = parseDictionary(value ?? '');
  if (value === undefined || !parsed.ok) return { saw: 'no Content-Digest', expected };
  const checked: string[] = [];
  for (const [name, hash] of [
    ['sha-256', 'SHA-256'],
    ['sha-512', 'SHA-512'],
  ] as const) {
    const member = parsed.value.get(name);
    if (!member) continue;
    const octets = new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(message.body)));
    if (isInnerList(member) || member.bare.type !== 'bytes' || !sameOctets(octets, member.bare.value)) {
      return {
        saw: `${name} of other content than the ${count(message.body.length, 'byte')} that came`,
        expected,
      };
    }
    checked.push(name);
  }
  return checked.length ? { saw: checked.join(', ') } : { saw: 'no hash that is known here', expected };
}
