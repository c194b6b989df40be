/** The same attempt at the server's other origin: where it is, and redirects to it (RFC 9110 §15.4). */
import { anyone } from '@/lib/http-auth/policies';
import type { Call, Reply, Route } from './exercise';

const oneOrigin: Reply = {
  status: 501,
  content: { detail: 'This server has one origin; SECOND_ORIGIN names another.' },
};

/** Where this attempt is at the other origin; undefined where there is none. */
const atSecondOrigin = ({ env, resource }: Pick<Call, 'env' | 'resource'>) =>
  env.secondOrigin && env.secondOrigin + resource.slice(env.origin.length);

/** Sends a client on to `path` of this attempt at the other origin; the request has no say in it. 501 where there is none. */
export const redirectToSecondOrigin =
  (status: 301 | 302 | 308, path: string) =>
  async (call: Call): Promise<Reply> => {
    const address = atSecondOrigin(call);
    return address ? { status, fields: [['Location', address + path]] } : oneOrigin;
  };

/** Tells a page the address of this attempt at the other origin, so that it can send there itself; 501 where there is none. */
export const secondOriginAddress: Route = {
  policy: anyone,
  open: true,
  async handle(call) {
    const resource = atSecondOrigin(call);
    return resource ? { status: 200, content: { resource } } : oneOrigin;
  },
};
