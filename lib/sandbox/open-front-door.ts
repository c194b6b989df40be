/** Opens the front door of this process's server. */
import { currentPagePolicy } from '@/lib/wire/page-policy';
import { onNextRequest, takeOver } from '@/lib/wire/take-over';
import { frontDoor } from './front-door';
import { answerEdited } from './reloaded-answer';

type Server = Parameters<typeof takeOver>[0];

// The server is made where nothing is compiled (next/server.mjs), so the two meet on globalThis.
const doorKey = Symbol.for('doorman.front-door');
const serverKey = Symbol.for('doorman.server');
type Shared = typeof globalThis & { [doorKey]?: (server: Server) => void; [serverKey]?: Server };

/**
 * Takes over the server that next/server.mjs has made, or publishes the function for it where none is made yet. A server
 * of the framework's own, which has listened for some milliseconds by now, is taken over at its next request.
 */
export async function openFrontDoor(): Promise<void> {
  const isProduction = process.env.NODE_ENV === 'production';
  const front = frontDoor({
    policy: currentPagePolicy(isProduction),
    open: !isProduction,
    sandbox: isProduction ? (await import('./answer-wire')).answerWire : answerEdited,
  });
  const take = (server: Server) => takeOver(server, front, !isProduction);
  const shared = globalThis as Shared;
  shared[doorKey] = take;
  if (shared[serverKey]) take(shared[serverKey]);
  else onNextRequest(take);
}
