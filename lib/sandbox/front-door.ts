/** The front door: the sandbox is answered here, and what is left is checked before the framework sees it. */
import { type Precautions, prepare } from '@/lib/wire/before-framework';
import { hostFault } from '@/lib/wire/host';
import { refuse } from '@/lib/wire/refuse';
import type { FrontDoor } from '@/lib/wire/take-over';
import { asCurrent, type Wire } from '@/lib/wire/tap';
import { tooOften } from './limit';
import { isThisServer, misdirected } from './origin';

/** Why a request is answered here, in place of the framework. */
interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What a front door needs besides requests. */
export interface FrontDoorParts extends Precautions {
  /** Answers what is below `/api/sandbox`; `pass` hands it to the framework. */
  readonly sandbox: (wire: Wire, pass: () => void) => void;
  /** True where files of the framework's own, other than those of a build, are served too: in development. */
  readonly open: boolean;
}

/** A front door of these parts. */
export function frontDoor(parts: FrontDoorParts): FrontDoor {
  return (wire, pass) => {
    const { path } = wire;
    if (path !== undefined && isBelow(path, '/api/sandbox')) return parts.sandbox(wire, pass);
    const refusal = refusalOf(wire, parts.open);
    if (refusal) return refuse(wire.response, refusal.status, refusal.detail, refusal.fields);
    if (wire.method === 'OPTIONS' && !isBelow(path ?? '', '/.well-known')) return answerOptions(wire);
    prepare(wire, parts);
    asCurrent(wire, pass);
  };
}

function refusalOf(wire: Wire, open: boolean): Refusal | undefined {
  const { path, method, target, authority, isHttps, request } = wire;
  const fault = hostFault(wire);
  if (fault) return { status: 400, detail: `Saw ${fault.saw}, expected ${fault.expected}.` };
  // What is asked of the server as a whole (RFC 9110 §9.3.7).
  if (path === undefined && target === '*' && method === 'OPTIONS') return undefined;
  if (path === undefined) return { status: 400, detail: 'The request-target has none of its forms.' };
  if (authority && !isThisServer(authority, request.socket, isHttps)) {
    return { status: 421, detail: misdirected(isHttps) };
  }
  if (open && /^\/_{1,2}next/.test(path) && !isBelow(path, '/_next/image')) return undefined;
  return badMethod(path, method) ?? badPath(path) ?? often(wire, path);
}

/** The router would redirect some of these, answer others with 500, and write some to the log. */
function badPath(path: string): Refusal | undefined {
  // Names with an underscore are the framework's own, such as its page for a fault.
  if (path.startsWith('/_') && !isBelow(path, '/_next/static')) {
    return { status: 404, detail: 'There is nothing here.' };
  }
  const [name = ''] = path.split('?');
  if (name.includes('//') || name.includes('\\')) return { status: 404, detail: 'There is nothing here.' };
  return decodes(name) ? undefined : { status: 400, detail: 'The path has an escape that is not UTF-8.' };
}

function badMethod(path: string, method: string): Refusal | undefined {
  const methods = methodsOf(path);
  if (methods.includes(method)) return undefined;
  const detail = 'This resource does not have that method; Allow lists those it has.';
  return { status: 405, detail, fields: { Allow: methods.join(', ') } };
}

function methodsOf(path: string): readonly string[] {
  const isPosted = isBelow(path, '/api/relay') || isBelow(path, '/api/diagnose');
  return isPosted ? ['POST', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS'];
}

function answerOptions({ response, path = '/' }: Wire): void {
  const fields = { Allow: methodsOf(path).join(', '), 'Cache-Control': 'no-store' };
  response.writeHead(204, { ...fields, 'X-Content-Type-Options': 'nosniff' }).end();
}

function often(wire: Wire, path: string): Refusal | undefined {
  const kind = isBelow(path, '/api') || isBelow(path, '/.well-known') ? 'api' : 'page';
  const refusal = tooOften(wire, kind);
  return refusal && { status: 429, detail: refusal.detail, fields: { 'Retry-After': refusal.seconds } };
}

/** True where `path` is `place` or below it. */
function isBelow(path: string, place: string): boolean {
  return path.startsWith(place) && (path.length === place.length || '/?'.includes(path[place.length] ?? '/'));
}

function decodes(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    // A NUL is in no name, and the router fails on it.
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
