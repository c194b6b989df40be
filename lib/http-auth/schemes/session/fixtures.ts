/** Sessions for the tests: Ada and Grace, a store that remembers, and what a browser would do with Set-Cookie. */
import { decide, type Resource } from '@/lib/http-auth/decide';
import { now, request, env as still } from '@/lib/http-auth/fixtures';
import type { Field } from '@/lib/http-auth/message';
import { anyone, type Policy } from '@/lib/http-auth/policies';
import type { Env } from '@/lib/http-auth/scheme';
import { sessions } from './session';

export const ada = { name: 'ada', roles: ['administrator'] };
export const grace = { name: 'grace' };
export const seconds = Math.floor(now.getTime() / 1000);

const octets = (first: number) => Uint8Array.from({ length: 32 }, (_, at) => first + at);
const principals = [ada, grace];
export const ownSessions = sessions({ key: octets(1), place: 'place-01', principals });
export const elsewhere = sessions({ key: octets(2), place: 'place-02', principals });
export const forged = sessions({ key: octets(3), place: 'place-01', principals });
export const nonce = 'nonce-of-the-tests-22x';

/** An environment with a memory and random octets, at a time. */
export function remembering(at = now): Env {
  const texts = new Map<string, string>();
  return {
    ...still,
    now: () => at,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    remember: async (id, text) => void texts.set(id, text),
    recall: async (id) => texts.get(id),
  };
}

export const resource = (policy: Policy = anyone): Resource => ({
  realm: 'lobby',
  schemes: [ownSessions.scheme],
  policy,
});

/** What the gates conclude of a POST with these field lines. */
export function posted(fields: readonly Field[], policy: Policy, env = remembering()) {
  return decide(request(fields, { method: 'POST' }), resource(policy), env);
}

/** The Cookie field line for a value. */
export const cookie = (value: string): Field => ['Cookie', `__Host-sid=${value}`];
