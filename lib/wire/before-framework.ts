/** What is done to a request before the framework sees it, and to the head of its answer before Node writes it. */
import type { ServerResponse } from 'node:http';
import type { Wire } from './tap';

export interface Precautions {
  /** The Content-Security-Policy of pages. */
  readonly policy: string;
}

const apiPath = /^\/(?:api|\.well-known)\//;
/** Headers that the parts of the framework send to each other. No client has a reason to send one. */
const internal =
  /^(?:next-action|next-resume|x-(?:middleware|nextjs|next|invoke|matched|prerender|now|vercel)(?:-[a-z-]*)?)$/;
/** Headers by which a page asks for the data of another page. The API has no such data. */
const navigation = /^(?:rsc|next-[a-z-]*)$/;

/**
 * Shows the framework a target in origin-form, and the host that the request is for: its router redirects any other form
 * to itself. Takes fields away that the framework would obey (RFC 9110 §5.3 leaves unknown fields to be ignored).
 */
export function prepare({ request, response, path = '/', authority }: Wire, { policy }: Precautions): void {
  const { headers } = request;
  if (authority) {
    request.url = path;
    headers.host = authority;
  }
  const isApi = apiPath.test(path);
  for (const name in headers) {
    if (internal.test(name) || (isApi && navigation.test(name))) delete headers[name];
  }
  beforeHead(response, () => {
    if (isApi) response.setHeader('X-Content-Type-Options', 'nosniff');
    const stored = String(response.getHeader('Cache-Control') ?? '');
    // A page that is not there is no page that may be kept for a year.
    if ((isApi || response.statusCode >= 400) && !stored.includes('no-store')) {
      response.setHeader('Cache-Control', 'no-store');
    } else if (stored.includes('s-maxage')) {
      // A page is of one build, whose scripts are gone after the next: a cache has to ask (RFC 9111 §5.2.2.2, §5.2.2.10).
      response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    }
    validate(response);
    const type = String(response.getHeader('Content-Type') ?? '');
    if (!type.startsWith('text/html')) return;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
  });
}

/** What is compressed on its way has one ETag in each coding, so a weak one (RFC 9110 §8.8.3), and Vary in a 304 (§15.4.5). */
function validate(response: ServerResponse): void {
  const tag = String(response.getHeader('ETag') ?? '');
  if (tag.startsWith('"')) response.setHeader('ETag', `W/${tag}`);
  const vary = String(response.getHeader('Vary') ?? '');
  if (response.statusCode !== 304 || /\baccept-encoding\b|\*/i.test(vary)) return;
  response.setHeader('Vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
}

/** Calls `change` once, just before the head of the response is written. */
function beforeHead(response: ServerResponse, change: () => void): void {
  const { writeHead } = response;
  response.writeHead = (...args: unknown[]) => {
    response.writeHead = writeHead;
    // Fields that are given here would not be seen.
    const given = args.at(-1);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
      args.pop();
    }
    if (typeof args[0] === 'number') response.statusCode = args[0];
    change();
    return Reflect.apply(writeHead, response, args) as ServerResponse;
  };
}
