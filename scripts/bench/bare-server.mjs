// The least that can do what the open Basic resource does: node:http, the same accounts, the same check, the same
// answers. `npm run bench` starts it with a Task in the environment, and measures the resource beside it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * @typedef {{ status: number, fields: [string, string][], content: object }} Answer
 * @typedef {{ port: number, accounts: [username: string, password: string][], open: Answer, closed: Answer }} Task
 */

/** @type {Task} */
const { port, accounts, open, closed } = JSON.parse(process.env.DOORMAN_BENCH_TASK ?? '');

/** @param {string | Buffer} secret */
const sha256 = (secret) => createHash('sha256').update(secret).digest();
const hashes = accounts.map(([username, password]) => sha256(`${username}:${password}`));

/** @param {string | undefined} credentials */
function isKnown(credentials) {
  const [, token] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(credentials ?? '') ?? [];
  if (!token) return false;
  const hash = sha256(Buffer.from(token, 'base64'));
  // Every entry is compared, whichever matches.
  return hashes.map((stored) => timingSafeEqual(stored, hash)).includes(true);
}

createServer((request, response) => {
  const { status, fields, content } = isKnown(request.headers.authorization) ? open : closed;
  const body = `${JSON.stringify(content, null, 2)}\n`;
  for (const [name, value] of fields) response.setHeader(name, value);
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) }).end(body);
}).listen(port);
