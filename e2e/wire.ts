/** A client that sends octets as they are given and shows every field line of the answer. */
import { connect } from 'node:net';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import type { Field } from '@/lib/http-auth/message';

export interface Received {
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly body: string;
  /** All values of the field lines called `name`, in order. */
  lines(name: string): string[];
}

/** Sends `text` (one character an octet) to `baseURL` and reads until the server closes. */
export function sendOctets(baseURL: string, text: string | Buffer): Promise<Received> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), timeout: 20_000 }, () =>
      socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => (chunks.length ? undefined : reject(error)));
    socket.on('timeout', () => socket.destroy(new Error('The server did not answer')));
    socket.on('close', () => resolve(parse(Buffer.concat(chunks))));
  });
}

/** Sends a draft at the resource `base`, with Host and `Connection: close`, as a terminal would. */
export function sendDraft(baseURL: string, draft: Draft, base: string): Promise<Received> {
  const { method, target, fields, body } = draftMessage(draft, base);
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  const length = body.length ? [`Content-Length: ${body.length}`] : [];
  const head = [`${method} ${target} HTTP/1.1`, `Host: ${new URL(baseURL).host}`, ...lines, ...length];
  const octets = Buffer.from([...head, 'Connection: close', '', ''].join('\r\n'), 'latin1');
  return sendOctets(baseURL, Buffer.concat([octets, body]));
}

/** Asks the resource `base` on behalf of a draft that needs a nonce or a token first. */
export function asker(baseURL: string, base: string) {
  return Object.assign((draft: Draft) => sendDraft(baseURL, draft, base), {
    resource: new URL(baseURL).origin + base,
    now: () => new Date(),
  });
}

function parse(received: Buffer): Received {
  const end = received.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = received
    .subarray(0, end < 0 ? received.length : end)
    .toString('latin1')
    .split('\r\n');
  const [, status = '0', ...reason] = statusLine.split(' ');
  const fields = lines.map((line): Field => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(status),
    reason: reason.join(' '),
    fields,
    body: end < 0 ? '' : received.subarray(end + 4).toString('utf8'),
    lines: (name) =>
      fields
        .filter(([fieldName]) => fieldName.toLowerCase() === name.toLowerCase())
        .map(([, value]) => value),
  };
}
