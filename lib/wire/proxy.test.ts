import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pairs } from './field-lines';
import { frontOf, fronts } from './front';
import { startProxy } from './proxy';
import { wireOf } from './tap';

const portOf = (server: Server) => (server.address() as AddressInfo).port;
let origin: Server;
let proxy: Server;

beforeAll(async () => {
  // It tells what reached it, and what the proxy was asked.
  origin = createServer((request, response) => {
    const wire = wireOf(request, response);
    const front = frontOf(wire);
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('Connection', 'X-Hop');
      response.setHeader('X-Hop', 'for the proxy alone');
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      const received = {
        target: wire.target,
        method: wire.method,
        fields: pairs(request.rawHeaders),
        asked: front && [front.target, pairs(front.request.rawHeaders)],
        body: Buffer.concat(chunks).toString(),
      };
      response.end(JSON.stringify(received));
    });
  }).listen(0);
  await once(origin, 'listening');
  proxy = startProxy(
    0,
    () => ({ port: portOf(origin), origins: [] }),
    () => {},
  );
  await once(proxy, 'listening');
});

afterAll(() => {
  origin.close();
  proxy.close();
});

function ask(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(portOf(proxy), 'localhost', () => socket.write(text.replaceAll('\n', '\r\n')));
    socket.on('data', (chunk) => (received += chunk));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

const at = () => `http://localhost:${portOf(origin)}/api/sandbox/a/b`;
const content = (answer: string) => {
  const text = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
};

it('passes on what is meant for the other end, octet by octet, and keeps the rest', async () => {
  const answer = await ask(
    `POST ${at()}/%7e//x?q= HTTP/1.1\nHost: elsewhere.example\nProxy-Authorization: Basic cA==\nConnection: close, X-Mine\nX-Mine: 1\nKeep-Alive: 5\nTE: trailers\nX-Twice: a\nx-twice: b\nContent-Length: 5\n\nhello`,
  );
  const { target, method, fields, asked, body } = content(answer);
  expect([method, target, body]).toEqual(['POST', '/api/sandbox/a/b/%7e//x?q=', 'hello']);
  expect(fields).toEqual([
    ['Host', `localhost:${portOf(origin)}`],
    ['X-Twice', 'a'],
    ['x-twice', 'b'],
    ['Content-Length', '5'],
    ['Via', '1.1 doorman'],
    ['Connection', 'close'],
  ]);
  expect(asked[0]).toBe(`${at()}/%7e//x?q=`);
  expect(asked[1]).toContainEqual(['Proxy-Authorization', 'Basic cA==']);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toMatch(/^Via: 1\.1 doorman\r$/m);
  expect(answer.match(/^Set-Cookie: /gm)).toHaveLength(2);
  expect(answer).not.toContain('X-Hop');
});

it('passes on content of unknown length, and methods that the framework does not know', async () => {
  const chunked = await ask(
    `PUT ${at()}/ HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n`,
  );
  expect(content(chunked).body).toBe('hello');
  expect(content(await ask(`TRACE ${at()}/ HTTP/1.1\nHost: x\nConnection: close\n\n`)).method).toBe('TRACE');
});

it('remembers nothing of what it has passed on', async () => {
  await ask(`GET ${at()}/ HTTP/1.1\nHost: x\nConnection: close\n\n`);
  await expect.poll(() => fronts().size).toBe(0);
});

it('refuses other targets, and tunnels', async () => {
  const status = async (line: string) =>
    Number((await ask(`${line} HTTP/1.1\nHost: x\nConnection: close\n\n`)).split(' ')[1]);
  expect(await status('GET http://example.com/')).toBe(403);
  expect(await status(`GET http://localhost:${portOf(proxy)}/api/sandbox/a/b/`)).toBe(403);
  expect(await status('GET /api/sandbox/a/b/')).toBe(400);
  expect(await status('OPTIONS *')).toBe(400);
  expect(await status(`CONNECT localhost:${portOf(origin)}`)).toBe(501);
});

it('says why there is none where its port is taken', async () => {
  const sentence = await new Promise<string>((resolve) => {
    startProxy(portOf(proxy), () => ({ port: 1, origins: [] }), resolve);
  });
  expect(sentence).toBe(
    `There is no proxy: port ${portOf(proxy)} is taken by another program. PROXY_PORT names another.`,
  );
});

it('says why it cannot read a request, with a Date (RFC 9110 §6.6.1)', async () => {
  const answer = await ask(`GET ${at()}/ HTTP/1.1\nHost : localhost\n\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nDate: .+ GMT\r\n/);
  expect(answer).toContain('"detail": ');
});

it('does not pass on content with a transfer coding that it does not know (RFC 9112 §6.1)', async () => {
  const answer = await ask(
    `POST ${at()}/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: gzip, chunked\nConnection: close\n\n0\n\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/);
});
