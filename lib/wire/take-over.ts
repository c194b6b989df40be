/** Takes requests over from the framework where Node hands them to its server (RFC 9112 §3). */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { contentLimit } from './content';
import { refuse, refuseCoding, refuseSocket } from './refuse';
import { type Wire, wireOf } from './tap';
import { refuseUnreadable } from './unreadable';

/** Answers a request; `pass` hands it to the framework instead. */
export type FrontDoor = (wire: Wire, pass: () => void) => void;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const channel = 'http.server.request.start';
const taken = new WeakSet<Server>();

/**
 * From now on `front` hears of each request to `server` first, the one included that Node is about to emit; `pass` calls
 * what has answered it so far. Tunnels are refused (RFC 9110 §9.3.6). Where `upgrades` is false, Upgrade is ignored, as
 * RFC 9110 §7.8 allows. A second call for the same server changes nothing.
 */
export function takeOver(server: Server, front: FrontDoor, upgrades: boolean): void {
  if (taken.has(server)) return;
  taken.add(server);
  const before = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (refuseCoding(request, response)) return;
    front(wireOf(request, response), () => {
      for (const listener of before) listener.call(server, request, response);
    });
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    refuseSocket(socket, 405, 'This server makes no tunnels.', ['Allow: GET, HEAD, OPTIONS']);
  });
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isAwaited(request)) response.writeContinue();
    server.emit('request', request, response);
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    refuse(response, 417, 'The one expectation that this server knows is 100-continue.');
  });
  refuseUnreadable(server);
  // Without a listener Node answers a request to upgrade as any other.
  if (!upgrades) server.removeAllListeners('upgrade');
}

/** True where content is still to come and will be read; else the final answer may come at once (RFC 9110 §10.1.1). */
function isAwaited({ headers, url = '' }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return length === undefined
    ? headers['transfer-encoding'] !== undefined
    : Number(length) > 0 && Number(length) <= contentLimit(url);
}

/** Calls `use` with the server of this process that listens on `PORT`, before it emits its next request. */
export function onNextRequest(use: (server: Server) => void): void {
  const listen = (event: unknown) => {
    const { server } = event as { server: Server };
    const address = server.address();
    if (typeof address !== 'object' || address?.port !== Number(process.env.PORT)) return;
    unsubscribe(channel, listen);
    use(server);
  };
  subscribe(channel, listen);
}
