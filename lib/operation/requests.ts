/** Watches every request of this process from its first octet to its end: how many run, how long, and what became of them. */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isDraining } from '@/lib/wire/draining';

/** A request that is over. */
export interface Done {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The target as it was sent, and as the framework may have changed it since in `request.url`. */
  readonly target: string;
  readonly milliseconds: number;
  /** True where the client went away before the answer was whole. */
  readonly isAborted: boolean;
}

export interface Requests {
  /** How many requests run now. */
  readonly running: () => number;
  /** Takes no new connections, and ends those on which nothing runs. */
  readonly close: () => void;
}

interface Start {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly server: Server;
}

/** Milliseconds for a request to begin on a new connection, and for its content to come. */
export const timeoutsMs = { head: 20_000, content: 25_000 };

/**
 * Starts to watch; `done`, where it is given, hears of each request when it is over. Servers for which `isAside` is true are
 * not watched.
 */
export function watchRequests(
  done: ((done: Done) => void) | undefined,
  isAside: (server: Server) => boolean,
): Requests {
  let running = 0;
  const servers = new Set<Server>();
  const silent = new WeakMap<Socket, NodeJS.Timeout>();

  subscribe('net.server.socket', (event) => {
    const { socket } = event as { socket: Socket };
    const timer = setTimeout(() => endSilent(socket), timeoutsMs.head).unref();
    silent.set(socket, timer);
    socket.once('close', () => clearTimeout(timer));
  });

  subscribe('http.server.request.start', (event) => {
    const { request, response, socket, server } = event as Start;
    clearTimeout(silent.get(socket));
    if (isAside(server)) return;
    if (!servers.has(server)) tune(server, servers);
    const began = performance.now();
    const { url: target = '/' } = request;
    running += 1;
    if (isDraining()) response.shouldKeepAlive = false;
    const timer = hasContent(request) ? waitForContent(request, response) : undefined;
    response.once('close', () => {
      running -= 1;
      clearTimeout(timer);
      if (!done) return;
      const milliseconds = performance.now() - began;
      done({ request, response, target, milliseconds, isAborted: !response.writableFinished });
    });
  });

  return {
    running: () => running,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeIdleConnections();
      }
    },
  };
}

/** A client that trickles a later request on its connection is given no longer than for its first. */
function tune(server: Server, servers: Set<Server>): void {
  servers.add(server);
  server.headersTimeout = timeoutsMs.head;
  server.requestTimeout = timeoutsMs.content;
}

/** Node itself would wait for more than a minute. */
function endSilent(socket: Socket): void {
  if (socket.bytesRead > 0) endWithTimeout(socket);
  else socket.destroy();
}

function hasContent({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function waitForContent(request: IncomingMessage, response: ServerResponse): NodeJS.Timeout {
  return setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else endWithTimeout(request.socket);
  }, timeoutsMs.content).unref();
}

/** The answer to a request that did not come to its end (RFC 9110 §15.5.9), in Node's own words. */
function endWithTimeout(socket: Socket): void {
  socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy());
}
