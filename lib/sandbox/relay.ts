/** Sends octets to this server's own listening socket and reads the answer off the wire. */
import { connect } from 'node:net';
import type { Exchange } from '@/lib/draft/exchange';
import { parseFieldLines } from '@/lib/wire/field-lines';
import { currentWire } from '@/lib/wire/tap';
import { relayedPorts } from './address';
import { clientName } from './client-name';
import { latestExchanges, logExchange } from './exchange-log';
import { wireOwner } from './limit';
import type { OpenResource } from './open-resource';
import { parseRefusal } from './parse-refusal';
import { problemResponse } from './problem';

const timeoutMs = 10_000;
const answerLimit = 256 * 1024;

/** The exchange that `bytes` caused; a problem response where the server cannot reach itself. */
export async function relay(bytes: Buffer, open: OpenResource): Promise<Exchange | Response> {
  const wire = currentWire();
  const socket = wire?.request.socket;
  if (!socket?.localPort) return problemResponse(501, 'The relay needs a server that listens itself.');
  const owner = wireOwner(wire);
  const began = performance.now();
  let received: Buffer;
  try {
    received = await send(bytes, socket.localPort, socket.localAddress ?? 'localhost', owner);
  } catch {
    return problemResponse(502, 'The server did not answer the relay.');
  }
  const { status, reason, fields, body } = parseResponse(received);
  const id = fields.find(([name]) => name.toLowerCase() === 'doorman-exchange')?.[1];
  const log = id ? await latestExchanges(open).catch(() => []) : [];
  const logged = id && log.find((json) => json.includes(id));
  if (logged) return JSON.parse(logged) as Exchange;

  const exchange = asTheWireShows(bytes, { status, reason, fields, body }, performance.now() - began);
  if (id) return { ...exchange, id, ...outcomeIn(body) };
  await logExchange(open, exchange, owner);
  return exchange;
}

function send(bytes: Buffer, port: number, host: string, owner: string | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let localPort = 0;
    const socket = connect({ port, host, timeout: timeoutMs }, () => {
      localPort = socket.localPort ?? 0;
      relayedPorts().set(localPort, owner);
      socket.write(bytes);
    });
    const end = () => {
      relayedPorts().delete(localPort);
      resolve(Buffer.concat(chunks));
    };
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > answerLimit) socket.destroy();
    });
    socket.on('close', end);
    socket.on('timeout', () => socket.destroy(new Error('timeout')));
    socket.on('error', (error) => (size ? end() : reject(error)));
  });
}

/** A whole response as text: head and content, which `Connection: close` or a Content-Length ends. */
function parseResponse(received: Buffer): Exchange['response'] {
  const text = received.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end < 0 ? text.length : end).split('\r\n');
  const [, status = '0', ...reason] = statusLine.split(' ');
  const body = end < 0 ? '' : received.subarray(end + 4).toString('utf8');
  return { status: Number(status), reason: reason.join(' '), fields: parseFieldLines(lines), body };
}

/** What a sandbox answer says of itself, where the log is out of reach. */
function outcomeIn(body: string): Partial<Pick<Exchange, 'solved' | 'trace'>> {
  try {
    const { solved, trace } = JSON.parse(body) as { solved?: unknown; trace?: unknown };
    return { solved: solved === true, ...(Array.isArray(trace) && { trace }) };
  } catch {
    return {};
  }
}

/** Node refuses a broken request head by itself; what it said is still an exchange worth seeing. */
function asTheWireShows(bytes: Buffer, response: Exchange['response'], milliseconds: number): Exchange {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [requestLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', target = ''] = requestLine.split(' ');
  const fields = parseFieldLines(lines);
  const agent = fields.find(([name]) => name.toLowerCase() === 'user-agent')?.[1];
  return {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    client: clientName(agent),
    request: { method, target, fields, body: bytes.subarray(end + 4).toString('utf8') },
    response,
    trace: parseRefusal(response.status, lines, Math.max(end, 0)),
    solved: false,
    milliseconds: Math.round(milliseconds * 10) / 10,
  };
}
