/** Two harmless cookies at the server's other origin, and which of them arrives with a page's call: what a browser really does. */
import { cookiesOf } from '@/lib/http-auth/cookies';
import { type Field, fieldLines } from '@/lib/http-auth/message';
import { anyone } from '@/lib/http-auth/policies';
import type { Call, Route } from './exercise';

const flags = { 'toy-lax': 'SameSite=Lax', 'toy-none': 'SameSite=None; Secure' } as const;

/** Sets both for ten minutes, below the path of this attempt alone. Nothing that a client sends goes into them. */
export const toyCookies: Route = {
  policy: anyone,
  open: true,
  handle: async ({ resource }) => ({
    status: 200,
    fields: Object.entries(flags).map(
      ([name, flag]): Field => [
        'Set-Cookie',
        `${name}=1; Path=${new URL(resource).pathname}; Max-Age=600; HttpOnly; ${flag}`,
      ],
    ),
    content: {
      message: 'Your browser has two cookies of this origin now. Close this tab, and send from the page.',
      cookies: flags,
    },
  }),
};

/** Lists the toy cookies that came. A page of this server's other origin may read the answer, and send cookies. */
export const arrivedCookies: Route = {
  policy: anyone,
  open: true,
  ownCors: true,
  async handle(call) {
    const names = Object.keys(flags);
    const came = cookiesOf(call.message).flatMap(([name]) => (names.includes(name) ? [name] : []));
    return {
      status: 200,
      fields: pageOfThisServer(call),
      content: { arrived: came, missing: names.filter((name) => !came.includes(name)) },
    };
  },
};

/** The lines that let a page of one of this server's two origins send cookies and read the answer (Fetch §3.3). */
function pageOfThisServer({ message, env }: Call): readonly Field[] {
  const [origin] = fieldLines(message, 'Origin');
  const isHere = origin !== undefined && [env.origin, env.secondOrigin].includes(origin);
  // Nothing stores it, so no Vary is needed.
  if (!isHere) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
}
