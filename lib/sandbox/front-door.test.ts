/** The front door, asked over raw sockets, with a framework behind it that tells what it was shown. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStore } from '@/lib/store/memory';
import { lines, sendRaw } from '@/lib/wire/raw-client.fixtures';
import { takeOver } from '@/lib/wire/take-over';
import { answerWire } from './answer-wire';
import { latestExchanges } from './exchange-log';
import { frontDoor } from './front-door';
import { handle } from './handle';

let server: Server;
let port = 0;
const page = '/lessons/first';
const base = '/api/sandbox/open-basic/front-door-test';

beforeAll(async () => {
  process.env.DOORMAN_SECRET = 'toy-secret-of-the-tests';
  const shared = globalThis as { [key: symbol]: unknown };
  shared[Symbol.for('doorman.store')] = memoryStore();
  server = createServer({ requireHostHeader: false }, ({ url, method, headers, rawHeaders }, response) => {
    const isHtml = url?.startsWith('/lessons');
    response.setHeader('Content-Type', isHtml ? 'text/html; charset=utf-8' : 'application/json');
    response.end(JSON.stringify({ url, method, headers, rawHeaders }));
  });
  takeOver(server, frontDoor({ policy: "default-src 'self'", open: false, sandbox: answerWire }), false);
  await once(server.listen(0), 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

const shown = async (...request: string[]) => JSON.parse((await sendRaw(port, lines(...request))).body);

test.each([
  ['no Host', []],
  ['two Host lines', ['Host: localhost', 'Host: localhost']],
  ['an empty Host', ['Host:']],
  ['a Host with a path', ['Host: localhost/evil']],
  ['a Host with a user', ['Host: ada@localhost']],
  ['a Host with a list', ['Host: localhost, evil.example']],
  ['a Host with two ports', ['Host: localhost:80:81']],
  ['a Host with a space', ['Host: local host']],
  ['a Host with a port that no machine has', ['Host: [::1]:99999']],
])('%s is 400 on every route (RFC 9112 §3.2)', async (_name, fields) => {
  for (const path of [page, '/api/exercises', '/.well-known/jwks.json', `${base}/`, `${base}/nothing`, '/']) {
    const answer = await sendRaw(port, lines(`GET ${path} HTTP/1.1`, ...fields));
    expect(answer.status, path).toBe(400);
    expect(answer.lines('Content-Type'), path).toEqual(['application/problem+json']);
    expect(answer.body, path).not.toContain('evil');
  }
});

test('HTTP/1.0 needs no Host', async () => {
  expect((await sendRaw(port, lines(`GET ${base}/ HTTP/1.0`))).status).toBe(401);
  expect((await sendRaw(port, lines(`GET ${page} HTTP/1.0`))).status).toBe(200);
});

test('a target in absolute-form is served on every route, and its authority counts (RFC 9112 §3.2.2)', async () => {
  const host = `localhost:${port}`;
  for (const path of [page, '/api/exercises', '/.well-known/x/y?a=%7e']) {
    const seen = await shown(`GET http://${host}${path} HTTP/1.1`, 'Host: evil.example');
    expect(seen.url).toBe(path);
    expect(seen.headers.host).toBe(host);
  }
  expect(
    (await sendRaw(port, lines(`GET http://${host}${base}/ HTTP/1.1`, 'Host: evil.example'))).status,
  ).toBe(401);
  const root = await shown(`GET http://${host}?a HTTP/1.1`, 'Host: evil.example');
  expect(root.url).toBe('/?a');
});

test('an authority that is not this server is 421, and is not repeated (RFC 9110 §15.5.20)', async () => {
  for (const path of [page, '/api/exercises', `${base}/`, '']) {
    for (const authority of ['evil.example', 'localhost.evil.example', '127.0.0.2', '192.0.2.1:80']) {
      const answer = await sendRaw(port, lines(`GET http://${authority}${path} HTTP/1.1`, 'Host: localhost'));
      expect(answer.status, authority + path).toBe(421);
      expect(answer.body + answer.fields.join()).not.toContain(authority);
    }
  }
});

test('a target without a form is 400 and reaches nothing', async () => {
  for (const target of [
    '*',
    'http://[secret/',
    'http://ada@localhost/',
    'http:///lessons',
    'ftp://localhost/',
    '/lessons#first',
    `${base}/#x`,
    'http://localhost/#x',
  ]) {
    const answer = await sendRaw(port, lines(`GET ${target} HTTP/1.1`, 'Host: localhost'));
    expect(answer.status, target).toBe(400);
  }
  expect((await sendRaw(port, lines('OPTIONS * HTTP/1.1', 'Host: localhost'))).status).toBe(204);
});

test('methods that a route does not have are 405 with Allow (RFC 9110 §15.5.6)', async () => {
  for (const method of ['TRACE', 'POST', 'DELETE', 'PROPFIND', 'QUERY']) {
    for (const path of [page, '/api/exercises', '/.well-known/jwks.json', '/nothing']) {
      const answer = await sendRaw(
        port,
        lines(`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Next-Action: x'),
      );
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(answer.lines('Allow')).toEqual(['GET, HEAD, OPTIONS']);
    }
  }
  const relay = await sendRaw(port, lines('GET /api/relay/a/b HTTP/1.1', 'Host: localhost'));
  expect([relay.status, relay.lines('Allow')]).toEqual([405, ['POST, OPTIONS']]);
});

test('an https address is not served without TLS (RFC 9110 §7.4)', async () => {
  for (const path of [page, '/api/exercises', `${base}/`]) {
    const target = `https://localhost:${port}${path}`;
    const answer = await sendRaw(port, lines(`GET ${target} HTTP/1.1`, 'Host: localhost'));
    expect(answer.status, path).toBe(421);
  }
  process.env.PUBLIC_ORIGIN = 'https://doorman.example';
  const behindGateway = lines(`GET https://doorman.example${base}/ HTTP/1.1`, 'Host: doorman.example');
  expect((await sendRaw(port, behindGateway)).status).toBe(401);
  delete process.env.PUBLIC_ORIGIN;
});

const unreadable = [
  ['a method that nobody has', 'BREW / HTTP/1.1', 501],
  ['a method in lower case', 'get / HTTP/1.1', 501],
  ['a method with more letters', 'GETX / HTTP/1.1', 501],
  ['a method that is no token', 'G@T / HTTP/1.1', 400],
  ['a version that there is not', 'GET / HTTP/1.7', 400],
  ['a space before the colon', 'GET / HTTP/1.1\r\nHost : localhost', 400],
  ['a field section over 16 KiB', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(17_000)}`, 431],
] as const;

test.each(unreadable)('%s gets a reason and a Date (RFC 9110 §6.6.1, §9.1)', async (_name, head, status) => {
  const answer = await sendRaw(port, lines(head, 'Host: localhost'));
  expect(answer.status).toBe(status);
  expect(answer.lines('Content-Type')).toEqual(['application/problem+json']);
  expect(JSON.parse(answer.body)).toMatchObject({ status });
  expect(Date.parse(answer.lines('Date')[0] ?? '')).not.toBeNaN();
  expect(answer.lines('Connection')).toEqual(['close']);
});

test('what cannot be read is answered after the request before it (RFC 9112 §9.3.2)', async () => {
  const first = `GET ${base}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  const { status, body } = await sendRaw(port, first + lines('BREW / HTTP/1.1', 'Host: localhost'));
  expect(status).toBe(401);
  expect(body).toMatch(/\}\nHTTP\/1\.1 501 Not Implemented\r\n/);
});

test('a transfer coding that nobody knows is 501 (RFC 9112 §6.1)', async () => {
  const chunked = (coding: string, version = '1.1', ...fields: string[]) =>
    [
      ...[`POST ${base}/ HTTP/${version}`, 'Host: localhost', `Transfer-Encoding: ${coding}`, ...fields],
      ...['', '0', '', ''],
    ].join('\r\n');
  const close = 'Connection: close';
  expect((await sendRaw(port, chunked('gzip, chunked', '1.1', close))).status).toBe(501);
  expect((await sendRaw(port, chunked('Chunked', '1.1', close))).status).toBe(401);
  // No such request of HTTP/1.0 is followed by another one.
  const old = await sendRaw(port, chunked('chunked', '1.0', 'Connection: keep-alive'));
  expect([old.status, old.lines('Connection')]).toEqual([401, ['close']]);
});

test('a tunnel is refused at once (RFC 9110 §9.3.6)', async () => {
  const answer = await sendRaw(port, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n');
  expect(answer.status).toBe(405);
  expect(answer.body).not.toContain('evil');
});

test('Upgrade is ignored, and the connection is not held (RFC 9110 §7.8)', async () => {
  const upgrade = [
    'Host: localhost',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: x',
    'Sec-WebSocket-Version: 13',
  ];
  for (const [path, status] of [
    ['/_next/hmr', 404],
    [page, 200],
    [`${base}/`, 401],
  ] as const) {
    const text = [`GET ${path} HTTP/1.1`, ...upgrade, 'Connection: Upgrade, close', '', ''].join('\r\n');
    expect((await sendRaw(port, text)).status, path).toBe(status);
  }
});

test('an expectation that nobody knows is 417, and 100-continue is met (RFC 9110 §10.1.1)', async () => {
  const odd = await sendRaw(port, lines(`GET ${page} HTTP/1.1`, 'Host: localhost', 'Expect: more'));
  expect(odd.status).toBe(417);
  const received = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(port, 'localhost', () =>
      socket.write(
        `POST ${base}/ HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n`,
      ),
    );
    socket.setEncoding('latin1').on('data', (chunk) => {
      if (text === '') socket.write('hello');
      text += chunk;
    });
    socket.on('close', () => resolve(text));
  });
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /);
  const expecting = ['Host: localhost', 'Expect: 100-continue'];
  expect((await sendRaw(port, lines(`GET ${base}/ HTTP/1.1`, ...expecting))).status).toBe(401);
  const large = lines(`POST ${base}/ HTTP/1.1`, ...expecting, 'Content-Length: 70000');
  expect((await sendRaw(port, large)).status).toBe(413);
});

test('a text to diagnose is awaited though it is longer than what the sandbox reads (RFC 9110 §10.1.1)', async () => {
  const head = lines(
    'POST /api/diagnose HTTP/1.1',
    'Host: localhost',
    'Expect: 100-continue',
    'Content-Length: 250000',
  );
  const first = await new Promise<string>((resolve) => {
    const socket = connect(port, 'localhost', () => socket.write(head));
    socket.setEncoding('latin1').once('data', (chunk) => resolve(String(chunk)));
    socket.once('data', () => socket.destroy());
  });
  expect(first).toMatch(/^HTTP\/1\.1 100 Continue/);
});

test('fields by which the framework speaks to itself do not reach it', async () => {
  const all = [
    'RSC: 1',
    'Next-Router-Prefetch: 1',
    'Next-Url: /x',
    'Next-Action: x',
    'X-Middleware-Subrequest: x',
  ];
  const fields = ['Host: localhost', ...all, 'X-Nextjs-Data: 1', 'X-Own: 1'];
  const api = await shown('GET /api/exercises HTTP/1.1', ...fields);
  expect(Object.keys(api.headers)).toEqual(['host', 'x-own', 'connection']);
  // A page is asked for as data by its neighbours.
  const data = await shown(`GET ${page} HTTP/1.1`, ...fields);
  expect(Object.keys(data.headers)).toEqual([
    ...['host', 'rsc', 'next-router-prefetch', 'next-url', 'x-own', 'connection'],
  ]);
  const { rawHeaders } = api;
  expect(rawHeaders).toContain('Next-Action');
});

test('what only the framework has below /_next is not there, nor are paths that its router would redirect', async () => {
  for (const path of [
    '/_next/image?url=%2Fx%0aFAKE&w=64&q=75',
    '/_next/',
    '/_next/hmr',
    '/_global-error',
    '//evil.example',
    '/a\\b',
  ]) {
    expect((await sendRaw(port, lines(`GET ${path} HTTP/1.1`, 'Host: localhost'))).status, path).toBe(404);
  }
  for (const path of ['/%e0%a4%a', '/lessons/%00', '/%ff']) {
    expect((await sendRaw(port, lines(`GET ${path} HTTP/1.1`, 'Host: localhost'))).status, path).toBe(400);
  }
  const script = await shown('GET /_next/static/chunks/a.js HTTP/1.1', 'Host: localhost');
  expect(script.url).toBe('/_next/static/chunks/a.js');
});

test('HTML has a policy, and nothing below /api or /.well-known is stored or sniffed', async () => {
  const html = await sendRaw(port, lines(`GET ${page} HTTP/1.1`, 'Host: localhost'));
  expect(html.lines('Content-Security-Policy')).toEqual(["default-src 'self'"]);
  for (const path of ['/api/exercises', '/.well-known/jwks.json']) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'TRACE']) {
      const answer = await sendRaw(port, lines(`${method} ${path} HTTP/1.1`, 'Host: localhost'));
      if (method === 'OPTIONS' && path.startsWith('/.')) continue;
      expect(answer.lines('Cache-Control'), `${method} ${path}`).toEqual(['no-store']);
      expect(answer.lines('X-Content-Type-Options'), `${method} ${path}`).toEqual(['nosniff']);
    }
  }
});

test('the route of the framework answers as the front door does', async () => {
  const volatile = /^(?:doorman-exchange|date|connection|content-length)$/i;
  const credentials = 'Authorization: Basic YWRhOm5vdA==';
  for (const [method, path, ...fields] of [
    ['GET', '/'],
    ['GET', '/', credentials],
    ['GET', '/admin?x=1', 'Origin: https://page.example'],
    ['GET', '/nothing'],
    ['OPTIONS', '/', 'Origin: https://page.example'],
    ['DELETE', '/'],
  ] as const) {
    const raw = await sendRaw(port, lines(`${method} ${base}${path} HTTP/1.1`, 'Host: localhost', ...fields));
    const all = ['Host: localhost', 'Connection: close', ...fields];
    const headers = all.map((line) => line.split(': ') as [string, string]);
    const response = await handle(new Request(`http://localhost${base}${path}`, { method, headers }));
    expect(response.status, `${method} ${path}`).toBe(raw.status);
    expect(await response.text()).toBe(raw.body);
    const routed = [...response.headers].filter(([name]) => !volatile.test(name));
    const sent = raw.fields.filter(([name]) => !volatile.test(name));
    expect(routed).toEqual(sent.map(([name, value]) => [name.toLowerCase(), value]).sort());
  }
});

test('what reached an attempt is logged as it was sent, a broken Host included', async () => {
  const at = '/api/sandbox/open-basic/front-door-log';
  await sendRaw(
    port,
    lines(`GET ${at}/a//b/../c?q&x=%7e HTTP/1.1`, 'Host: localhost', 'x-Twice: 1', 'X-twice: 2'),
  );
  await sendRaw(port, lines(`GET http://localhost:${port}${at}/ HTTP/1.1`, 'Host: a', 'Host: b'));
  const log = (await latestExchanges({ slug: 'open-basic', id: 'front-door-log' })).map((json) =>
    JSON.parse(json),
  );
  expect(log.map(({ request }) => request.target)).toEqual([
    `http://localhost:${port}${at}/`,
    `${at}/a//b/../c?q&x=%7e`,
  ]);
  expect(log[1].request.fields).toContainEqual(['X-twice', '2']);
  expect(log[0].trace).toMatchObject([{ check: 'at most one Host field line', outcome: 'failed' }]);
});

test('content that ends too early leaves the server as it was', async () => {
  const socket = connect(port, 'localhost', () => {
    socket.write(`POST ${base}/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf`, () =>
      socket.destroy(),
    );
  });
  await once(socket, 'close');
  expect((await sendRaw(port, lines(`GET ${base}/ HTTP/1.1`, 'Host: localhost'))).status).toBe(401);
});
