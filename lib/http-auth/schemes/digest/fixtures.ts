/** What the tests of Digest share: the RFC's people, a scheme of ours, and its challenge as a client reads it. */

import { decide } from '@/lib/http-auth/decide';
import { env, now, request, verified } from '@/lib/http-auth/fixtures';
import { type Challenge, param, parseCredentials, withParams } from '@/lib/http-auth/grammar';
import type { Message } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { type DigestAnswer, digestCredentials } from './credentials';
import { type DigestOptions, digest } from './digest';

export const ada = { name: 'Ada' };
export const grace = { name: 'Grace' };
export const accounts = [
  { username: 'ada', password: 'open: sesame', principal: ada },
  { username: 'gräce', password: 'blåbär€', principal: grace },
];
export const nonceKey = new Uint8Array(32).fill(7);
export const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv';
export const schemeWith = (more: Partial<DigestOptions> = {}) =>
  digest({ accounts, nonceKey, qop: ['auth', 'auth-int'], ...more });

export const target = '/door?q=a%20b';
export const hers: DigestAnswer = {
  username: 'ada',
  password: 'open: sesame',
  method: 'GET',
  uri: target,
  cnonce,
};

/** The challenge of a scheme at the time of the tests. */
export const challengeOf = (of = schemeWith(), at = now) => of.challenge('lobby', { ...env, now: () => at });

/** A message with this value of Authorization. */
export const sending = (value: string, more: Partial<Message> = {}) =>
  request([['Authorization', value]], { target, ...more });

/** Ada's answer to a fresh challenge of `of`, with other terms where `more` has them. */
export async function answered(more: Partial<DigestAnswer> = {}, of = schemeWith()): Promise<string> {
  return digestCredentials(await challengeOf(of), { ...hers, ...more });
}

/** The value with parameters put in place of its own; undefined takes one away. */
export function edited(value: string, params: Record<string, string | undefined>): string {
  const parsed = parseCredentials(value);
  if (!parsed.ok) throw new Error(value);
  const replaced = parsed.value.params.map(([name, text, form]) => {
    const now = name in params ? params[name] : text;
    if (now === undefined) return [];
    return [form === 'token' ? `${name}=${now}` : `${name}="${now}"`];
  });
  const added = Object.entries(params).flatMap(([name, text]) =>
    text === undefined || param(parsed.value, name) !== undefined ? [] : [`${name}=${text}`],
  );
  return `Digest ${[...replaced.flat(), ...added].join(', ')}`;
}

/** What a scheme makes of a value. */
export const judged = (value: string, of = schemeWith(), more: Partial<Message> = {}, at = now) =>
  verified(of, sending(value, more), at);

/** An Env that counts, as the store does. */
export function counting(): Env {
  const counts = new Map<string, number>();
  return {
    ...env,
    async higher(id, count) {
      if (count <= (counts.get(id) ?? -1)) return false;
      counts.set(id, count);
      return true;
    },
  };
}

export const challengeWith = (challenge: Challenge, params: Challenge['params']) =>
  withParams(challenge, params);

/** What the whole server answers: status, challenge, and the check that failed. */
export async function answerTo(value: string | undefined, of = schemeWith(), at = now, environment = env) {
  const message = value === undefined ? request([], { target }) : sending(value);
  const resource = { realm: 'lobby', schemes: [of] as const, policy: anyone };
  const decision = await decide(message, resource, { ...environment, now: () => at });
  const failed = decision.trace.find(({ outcome }) => outcome === 'failed');
  const [challenge] = 'challenges' in decision ? decision.challenges : [];
  return { status: decision.status, challenge, fails: failed?.check, saw: failed?.saw };
}
