// The peer that people know: httpbin, as Debian packages it, behind gunicorn with two workers.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { launch } from '../child.mjs';

const gunicorn = '/usr/bin/gunicorn';
const library = '/usr/lib/python3/dist-packages/httpbin/__init__.py';

/** True where Debian's packages python3-httpbin and gunicorn are installed. */
export function hasHttpbin() {
  return existsSync(gunicorn) && existsSync(library);
}

/**
 * Starts it on a port of this machine. Threads keep connections open, as ours does; without them each request would pay
 * for a connection of its own.
 * @param {number} port
 */
export function startHttpbin(port) {
  const args = [
    '--workers',
    '2',
    '--worker-class',
    'gthread',
    '--threads',
    '16',
    '--bind',
    `127.0.0.1:${port}`,
  ];
  return launch(gunicorn, [...args, '--keep-alive', '30', 'httpbin:app'], {
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Answers the Digest challenges of `url`: one function for each connection, which makes the headers of its next request
 * (RFC 7616 §3.4). Each connection has a nonce of its own, so that its counts arrive in order.
 * @param {string} url
 * @param {{ username: string, password: string }} person
 * @param {number} connections
 * @returns {Promise<(() => Record<string, string>)[]>}
 */
export async function digestClients(url, { username, password }, connections) {
  const { pathname } = new URL(url);
  const challenges = await Promise.all(
    Array.from({ length: connections }, async () => (await fetch(url)).headers.get('www-authenticate') ?? ''),
  );
  return challenges.map((challenge) => {
    /** @param {string} name */
    const value = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
    const [realm, nonce, opaque] = [value('realm'), value('nonce'), value('opaque')];
    const [ha1, ha2] = [sha256(`${username}:${realm}:${password}`), sha256(`GET:${pathname}`)];
    let uses = 0;
    return () => {
      uses += 1;
      const nc = uses.toString(16).padStart(8, '0');
      const response = sha256(`${ha1}:${nonce}:${nc}:bench:auth:${ha2}`);
      const words = `username="${username}", realm="${realm}", nonce="${nonce}", uri="${pathname}", opaque="${opaque}"`;
      return {
        authorization: `Digest ${words}, algorithm=SHA-256, qop=auth, nc=${nc}, cnonce="bench", response="${response}"`,
      };
    };
  });
}
