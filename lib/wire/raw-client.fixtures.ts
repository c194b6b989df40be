/** A client that sends octets as they are given, and shows every field line of the answer. */
import { connect } from 'node:net';
import type { Field } from '@/lib/http-auth/message';
import { parseFieldLines } from './field-lines';

export interface RawAnswer {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly body: string;
  /** The values of the field lines called `name`, in order. */
  readonly lines: (name: string) => string[];
}

/** Sends `text`, one character an octet, and reads until the server closes. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ port, host: 'localhost', timeout: 5000 }, () => socket.write(text, 'latin1'));
    socket.setEncoding('latin1').on('data', (chunk) => (received += chunk));
    socket.on('timeout', () => socket.destroy(new Error('The server did not answer')));
    socket.on('error', reject);
    socket.on('close', () => resolve(parse(received)));
  });
}

/** A request of these lines, ended by `Connection: close` and an empty line. */
export function lines(...all: readonly string[]): string {
  return [...all, 'Connection: close', '', ''].join('\r\n');
}

function parse(received: string): RawAnswer {
  const end = received.indexOf('\r\n\r\n');
  const [first = '', ...rest] = received.slice(0, end).split('\r\n');
  const fields = parseFieldLines(rest);
  return {
    status: Number(first.split(' ')[1]),
    fields,
    body: Buffer.from(received.slice(end + 4), 'latin1').toString(),
    lines: (name) =>
      fields
        .filter(([fieldName]) => fieldName.toLowerCase() === name.toLowerCase())
        .map(([, value]) => value),
  };
}
