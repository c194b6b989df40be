/** The real environment of a verifier: this server's clock, randomness and store. */
import type { Env } from '@/lib/http-auth/scheme';
import type { Store } from '@/lib/store/store';

/** `scope` keeps the uses of one attempt apart from those of another. */
export function serverEnv(store: Store, scope: string): Env {
  return {
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    firstUse: (id, until) => store.firstUse(`${scope}:${id}`, until),
  };
}
