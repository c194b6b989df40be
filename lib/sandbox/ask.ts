/** Lets the server ask its own resource, for a first draft or a solution that needs a nonce or a token. */
import type { Ask } from '@/lib/exercises/exercise';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { currentStore } from '@/lib/store/current';
import { serverEnv } from './env';
import type { OpenResource } from './open-resource';
import { respond } from './respond';

/** Asks in this process; nothing crosses a wire and nothing is logged. */
export function askInside(open: OpenResource, origin: string): Ask {
  return Object.assign(
    (draft: Draft) =>
      respond(draftMessage(draft, open.base), open, serverEnv(currentStore(), open.base, origin)),
    { resource: origin + open.base, now: () => new Date() },
  );
}
