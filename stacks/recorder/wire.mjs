// A request over a socket, and every byte that comes back.
import { connect } from 'node:net';

/** The name that every request gives as Host, so that no port gets into an answer. */
export const host = 'stacks.example';

/**
 * A request as it goes out (RFC 9112).
 * @param {import('./questions.mjs').Ask} ask
 * @param {boolean} absolute True for a proxy, which wants the whole address as its target
 */
export function requestText({ method, path, lines, host: named = true, body = '' }, absolute = false) {
  const target = absolute ? `http://${host}${path}` : path;
  const fields = [...(named ? [`Host: ${host}`] : []), 'Accept: */*', ...lines, 'Connection: close'];
  return [`${method} ${target} HTTP/1.1`, ...fields, '', body].join('\r\n');
}

/** Nothing came, or it did not end. */
export class NoAnswer extends Error {}

/**
 * Sends `text` to a port of this machine and resolves with what came until the server closed.
 * Rejects with a NoAnswer where nothing came, or where the server stayed silent for too long.
 * @param {number} port
 * @param {string} text
 * @param {number} [timeoutMs]
 * @returns {Promise<Buffer>}
 */
export function exchange(port, text, timeoutMs = 10_000) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const parts = [];
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(text));
    const timer = setTimeout(() => {
      socket.destroy();
      const came = Buffer.concat(parts);
      // Some servers keep the connection although they were asked to close it.
      if (isWhole(came)) resolve(came);
      else reject(new NoAnswer(came.length ? 'The answer did not end.' : 'No answer came in time.'));
    }, timeoutMs);
    socket.on('data', (part) => {
      parts.push(part);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      if (parts.length) resolve(Buffer.concat(parts));
      else reject(new NoAnswer(`The connection failed: ${error.message}.`));
    });
    socket.once('close', () => {
      clearTimeout(timer);
      if (parts.length) resolve(Buffer.concat(parts));
      else reject(new NoAnswer('The connection was closed without an answer.'));
    });
  });
}

/** @param {Buffer} bytes */
function isWhole(bytes) {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: *(\d+)/im.exec(text.slice(0, end));
  return length ? text.length - end - 4 >= Number(length[1]) : text.endsWith('0\r\n\r\n');
}

/**
 * Bytes for a JSON file: as text where they are UTF-8, else in base64.
 * @param {Buffer} bytes
 * @returns {string | { base64: string }}
 */
export function storable(bytes) {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : { base64: bytes.toString('base64') };
}
