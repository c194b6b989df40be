// The server behind a proxy: three paths, and a service that a proxy asks whether a request may pass.
import { createServer } from 'node:http';
import { opaqueTokens } from './tokens.mjs';

const pages = ['/private', '/admin'];

/** Starts it on a port that is free. @returns {Promise<{ port: number, close: () => void }>} */
export async function startBackend() {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^https?:\/\/[^/]+/, '');
    if (path === '/check') {
      check(request, response);
      return;
    }
    const exists = pages.includes(path);
    response
      .writeHead(exists ? 200 : 404, { 'Content-Type': 'text/plain' })
      .end(exists ? 'Come in.\n' : 'Nothing here.\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}

/**
 * Answers for the path in X-Original-URI, as a service behind auth_request does: by the status, with a challenge.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function check({ headers }, response) {
  const { authorization = '', 'x-original-uri': path } = headers;
  const [, token = ''] = /^Bearer +(.*)$/i.exec(authorization) ?? [];
  const refuse = (/** @type {number} */ status, /** @type {string} */ why, challenge = '') =>
    response.writeHead(status, { 'X-Why': why, ...(challenge && { 'WWW-Authenticate': challenge }) }).end();
  if (!token) return refuse(401, 'no token', 'Bearer realm="api"');
  if (!/^[\w.~+/-]+=*$/.test(token))
    return refuse(400, 'malformed token', 'Bearer realm="api", error="invalid_request"');
  if (token === opaqueTokens.ada) return response.writeHead(204).end();
  if (token !== opaqueTokens.grace)
    return refuse(401, 'unknown token', 'Bearer realm="api", error="invalid_token"');
  if (path === '/admin') return refuse(403, 'not an admin');
  if (path === '/hidden') return refuse(404, 'nothing here');
  return response.writeHead(204).end();
}
