/** What Node parsed of a request, for code that sees only the framework's view of it (RFC 9112 §3). */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { processWide } from '@/lib/process-wide';
import { readTarget } from './target';

/** One request on the wire: what the framework would rewrite, as it arrived. */
export interface Wire {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** The raw request-target. */
  readonly target: string;
  /** Its path and query, as they were sent; undefined where the target is in neither origin-form nor absolute-form. */
  readonly path: string | undefined;
  /** The authority that a target in absolute-form names: it counts in place of Host (RFC 9112 §3.2.2). */
  readonly authority: string | undefined;
  /** True where a target in absolute-form is an https address. */
  readonly isHttps?: boolean;
  /** `performance.now()` when the field section was complete. */
  readonly began: number;
}

const current = processWide('wire', () => new AsyncLocalStorage<Wire>());

/** The wire of a request that Node has just handed over. */
export function wireOf(request: IncomingMessage, response: ServerResponse): Wire {
  const { method = 'GET', url: target = '/' } = request;
  return { request, response, method, target, ...readTarget(target), began: performance.now() };
}

/** Calls `run`; until all that it starts has ended, `wire` is the current one. */
export function asCurrent<T>(wire: Wire, run: () => T): T {
  return current().run(wire, run);
}

/** The request that is being answered, or undefined on a host that is not Node's own server. */
export function currentWire(): Wire | undefined {
  return current().getStore();
}
