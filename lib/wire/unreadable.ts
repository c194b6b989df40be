/** Refuses what the parser cannot read; by itself Node would give neither a reason nor a Date (RFC 9110 §15.5.1, §6.6.1). */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseSocket } from './refuse';

/** What Node tells of a message that it could not read. */
interface Unreadable {
  readonly code?: string;
  /** The octets that it was reading, and how many of them it had read. */
  readonly rawPacket?: Uint8Array;
  readonly bytesParsed?: number;
}

const details: Readonly<Record<number, string>> = {
  400: 'The message cannot be read as HTTP/1.1.',
  408: 'The request did not arrive in time.',
  413: 'The chunk extensions are larger than this server reads.',
  431: 'The headers are larger than this server reads.',
  501: 'No resource of this server has that method.',
};
const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** From now on what `server` cannot read gets an answer that says so. */
export function refuseUnreadable(server: Server): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    latest.set(socket, response);
  });
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error: Unreadable, socket: Duplex) => {
    // What still arrives on this connection is no news.
    if (refused.has(socket)) return;
    refused.add(socket);
    refuse(error, socket, latest.get(socket));
  });
}

/**
 * Answers on `socket` and closes it, after the answer to the request before (RFC 9112 §9.3.2), which `latest` is. Where
 * nobody listens, or where the answer to this very request has begun, the connection is closed without a word.
 */
function refuse(error: Unreadable, socket: Duplex, latest: ServerResponse | undefined): void {
  const isBusy = latest !== undefined && !latest.writableFinished;
  const isNext = latest?.req.complete === true;
  if (error.code === 'ECONNRESET' || !socket.writable || (isBusy && !isNext && latest.headersSent)) {
    socket.destroy();
  } else if (isBusy && isNext) {
    latest.once('finish', () => answer(error, socket));
  } else {
    answer(error, socket);
  }
}

function answer(error: Unreadable, socket: Duplex): void {
  const status = isOddMethod(error) ? 501 : (statuses[error.code ?? ''] ?? 400);
  socket.once('finish', () => socket.destroy());
  refuseSocket(socket, status, details[status] ?? '');
}

/** True where the line is a request line with a method that the parser does not have (RFC 9110 §9.1, §15.6.2). */
function isOddMethod({ code, rawPacket, bytesParsed = 0 }: Unreadable): boolean {
  if (code !== 'HPE_INVALID_METHOD' || !rawPacket) return false;
  const text = Buffer.from(rawPacket).toString('latin1');
  const start = bytesParsed ? text.lastIndexOf('\n', bytesParsed - 1) + 1 : 0;
  return /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]\r?\n/.test(text.slice(start));
}
