/** Redirects to the same attempt at the server's other origin (RFC 9110 §15.4). */
import type { Call, Reply } from './exercise';

/** Sends a client on to `path` of this attempt at the other origin; the request has no say in it. 501 where there is none. */
export const redirectToSecondOrigin =
  (status: 301 | 302 | 308, path: string) =>
  async ({ env, resource }: Call): Promise<Reply> => {
    if (!env.secondOrigin)
      return { status: 501, content: { detail: 'This server has one origin; SECOND_ORIGIN names another.' } };
    const location = env.secondOrigin + resource.slice(env.origin.length) + path;
    return { status, fields: [['Location', location]] };
  };
