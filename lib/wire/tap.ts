/** Listens where Node has parsed a request and the framework has not yet touched it (RFC 9112 §3). */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { readBuildFacts } from '@/next/build-facts.mjs';
import { pagePolicy } from './page-policy';
import { secondOrigins } from './second-origins';

/** One request on the wire: what the framework would rewrite, as it arrived. */
export interface Wire {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** The raw request-target. */
  readonly target: string;
  /** `performance.now()` when the field section was complete. */
  readonly began: number;
}

// Route code is bundled apart from instrumentation, so the two meet on globalThis.
const key = Symbol.for('doorman.wire');
type Shared = typeof globalThis & { [key]?: AsyncLocalStorage<Wire> };

const routable = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const programs = /^\/(?:api|\.well-known|_next)\//;
const sandbox = /^(?:https?:\/\/[^/?#]*)?\/api\/sandbox(?=[/?]|$)/i;

/** Starts to listen; a second call changes nothing. Pages may connect to the origins in `SECOND_ORIGIN` too. */
export function startTap(): void {
  const shared = globalThis as Shared;
  if (shared[key]) return;
  const storage = new AsyncLocalStorage<Wire>();
  shared[key] = storage;
  const policy = pagePolicy(
    process.env.NODE_ENV === 'production'
      ? readBuildFacts(path.join(process.cwd(), process.env.DOORMAN_BUILD_FOLDER ?? '.next')).scripts
      : undefined,
    secondOrigins(process.env),
  );
  subscribe('http.server.request.start', (event) => {
    const { request, response } = event as { request: IncomingMessage; response: ServerResponse };
    const { method = 'GET', url: target = '/' } = request;
    storage.enterWith({ request, response, method, target, began: performance.now() });
    if (!sandbox.test(target)) {
      // The router answers a broken escape with 500; a path that names nothing is a 404.
      if (!decodes(target)) request.url = '/-';
      if (!programs.test(target)) response.setHeader('Content-Security-Policy', policy);
      return;
    }
    // The router would redirect `//`, resolve `..`, re-encode the query, fail on TRACE and obey fields such
    // as `RSC`. It is given one address and the framing alone; the handler reads the rest from the wire.
    request.url = '/api/sandbox/-/-';
    if (!routable.has(method)) request.method = 'POST';
    const { host = '', 'content-length': length, 'transfer-encoding': coding } = request.headers;
    request.headers = {
      host,
      ...(length !== undefined && { 'content-length': length }),
      ...(coding !== undefined && { 'transfer-encoding': coding }),
    };
  });
}

function decodes(target: string): boolean {
  if (!target.includes('%')) return true;
  try {
    decodeURIComponent(target.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** The request that is being answered, or undefined where no tap runs (a host that is not Node's own server). */
export function currentWire(): Wire | undefined {
  return (globalThis as Shared)[key]?.getStore();
}
