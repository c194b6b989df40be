/** The real environment of a verifier: this server's clock, randomness and store. */
import type { Env } from '@/lib/http-auth/scheme';
import type { Store } from '@/lib/store/store';
import { secondOrigin } from './origin';

/** `scope` keeps the uses of one attempt apart from those of another; `owner` is the address that pays for its texts. */
export function serverEnv(store: Store, scope: string, origin: string, owner?: string): Env {
  return {
    now: () => new Date(),
    origin,
    get secondOrigin() {
      return secondOrigin(origin);
    },
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    firstUse: (id, until) => store.firstUse(`${scope}:${id}`, until),
    higher: (id, count, until) => store.higher(`${scope}:${id}`, count, until),
    remember: (id, text, until) => store.put(`${scope}:${id}`, text, until, owner),
    recall: (id) => store.get(`${scope}:${id}`),
  };
}
