/** Refusals that no route makes: problem details that are not stored (RFC 9457 §3, RFC 9111 §5.2.2.5). */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const fixed = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'];

/** Answers with a problem. `detail` is ours alone: nothing of the request is in it. */
export function refuse(
  response: ServerResponse,
  status: number,
  detail: string,
  fields: Readonly<Record<string, string>> = {},
): void {
  response.req?.resume();
  const body = problemText(status, detail);
  const described = ['Content-Type', 'application/problem+json', 'Content-Length', String(body.length)];
  response.writeHead(status, [...Object.entries(fields).flat(), ...described, ...fixed]).end(body);
}

/** The same on a socket that has no response, and closes it. A 4xx has a Date (RFC 9110 §6.6.1). */
export function refuseSocket(
  socket: Duplex,
  status: number,
  detail: string,
  fields: readonly string[] = [],
): void {
  const body = problemText(status, detail);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...fields,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end([...lines, '', body].join('\r\n'));
}

/** True where the content has a transfer coding that nobody knows here; it is answered then (RFC 9112 §6.1). */
export function refuseCoding({ headers, httpVersion }: IncomingMessage, response: ServerResponse): boolean {
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return false;
  // Before HTTP/1.1 nobody can rely on where such content ends.
  if (httpVersion !== '1.1') response.shouldKeepAlive = false;
  if (/^chunked$/i.test(coding.trim())) return false;
  refuse(response, 501, 'The one transfer coding that this server knows is chunked.');
  return true;
}

/** ASCII, so that its length in characters is its length in octets. */
function problemText(status: number, detail: string): string {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail };
  return `${JSON.stringify(problem, null, 2)}\n`;
}
