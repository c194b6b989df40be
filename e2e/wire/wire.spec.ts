import { expect, test } from '@playwright/test';
import { newAttempt, readBrief } from '@/e2e/attempts';
import { isDevelopment } from '@/e2e/mode';
import { sendDraft, sendOctets } from '@/e2e/wire';
import type { Exchange } from '@/lib/draft/exchange';

test('the log shows the raw target and every field line as it crossed the wire', async ({
  request,
  baseURL,
}) => {
  const attempt = newAttempt();
  const target = `/api/sandbox/open-basic/${attempt}/a//b/../c?q&x=%7e%20&&empty=`;
  const lines = ['Host: localhost', 'x-Odd-CASE:  two  spaces ', 'Cookie: a=1', 'X-Twice: 1', 'X-Twice: 2'];
  const answer = await sendOctets(
    baseURL ?? '',
    [`GET ${target} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n'),
  );
  expect(answer.status).toBe(404);
  const log = await request.get(`/api/exchanges/open-basic/${attempt}`);
  const [exchange] = (await log.json()) as Exchange[];
  expect(exchange?.request.target).toBe(target);
  expect(exchange?.request.fields).toEqual([
    ['Host', 'localhost'],
    ['x-Odd-CASE', 'two  spaces'],
    ['Cookie', 'a=1'],
    ['X-Twice', '1'],
    ['X-Twice', '2'],
    ['Connection', 'close'],
  ]);
});

test('the log shows the response as it crossed the wire, Date and Connection included', async ({
  request,
  baseURL,
}) => {
  const { base, brief, attempt } = await readBrief(request, 'first-401');
  const answer = await sendDraft(baseURL ?? '', brief.start, base);
  const [exchange] = (await (await request.get(`/api/exchanges/first-401/${attempt}`)).json()) as Exchange[];
  expect(exchange?.response.fields).toEqual(answer.fields);
  expect(exchange?.response.reason).toBe('Unauthorized');
  expect(exchange?.id).toBe(answer.lines('Doorman-Exchange')[0]);
  expect(answer.lines('Date')).toHaveLength(1);
});

test('two schemes are two WWW-Authenticate lines', async ({ baseURL }) => {
  const answer = await sendDraft(
    baseURL ?? '',
    { method: 'GET', path: '/jobs', fields: [] },
    `/api/sandbox/two-answers/${newAttempt()}`,
  );
  expect(answer.status).toBe(401);
  expect(answer.lines('WWW-Authenticate').map((line) => line.split(' ')[0])).toEqual(['Bearer', 'Basic']);
});

test('two Authorization lines are refused with 400 (RFC 9110 §5.3)', async ({ request, baseURL }) => {
  const { base, wallet } = await readBrief(request, 'open-bearer');
  const field = ['Authorization', `Bearer ${wallet.token}`] as const;
  const answer = await sendDraft(baseURL ?? '', { method: 'GET', path: '/', fields: [field, field] }, base);
  expect(answer.status).toBe(400);
  expect(answer.lines('WWW-Authenticate')[0]).toContain('error="invalid_request"');
});

test('two Host lines are refused with 400 (RFC 9112 §3.2)', async ({ baseURL }) => {
  const target = `/api/sandbox/open-basic/${newAttempt()}/`;
  const text = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`;
  expect((await sendOctets(baseURL ?? '', text)).status).toBe(400);
});

test('a target in absolute-form is served on every route, and another server’s is 421 (RFC 9112 §3.2.2)', async ({
  baseURL,
}) => {
  const { host } = new URL(baseURL ?? '');
  const ask = (authority: string, path: string) =>
    sendOctets(
      baseURL ?? '',
      `GET http://${authority}${path} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`,
    );
  const expected = [
    [`/api/sandbox/open-basic/${newAttempt()}/`, 401],
    ['/lessons', 200],
    ['/api/exercises', 200],
    ['/sitemap.xml', 200],
    ['/.well-known/jwks.json', 200],
    ['/nothing', 404],
  ] as const;
  for (const [path, status] of expected) {
    const answer = await ask(host, path);
    expect(answer.status, path).toBe(status);
    expect(answer.lines('Location'), path).toEqual([]);
    expect(answer.body, path).not.toContain('elsewhere');
    const foreign = await ask('elsewhere.example', path);
    expect(foreign.status, path).toBe(421);
    expect(foreign.body, path).not.toContain('elsewhere');
  }
});

test('no Host, two or a broken one are 400 on every route (RFC 9112 §3.2)', async ({ baseURL }) => {
  const paths = ['/', '/lessons', '/api/exercises', '/.well-known/jwks.json', '/_next/static/nothing'];
  for (const path of [...paths, `/api/sandbox/open-basic/${newAttempt()}/`]) {
    for (const lines of ['', 'Host: a\r\nHost: a\r\n', 'Host: a/b\r\n', 'Host: @\r\n', 'Host:\r\n']) {
      const text = `GET ${path} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`;
      expect((await sendOctets(baseURL ?? '', text)).status, path + lines).toBe(400);
    }
  }
});

test('what the framework would fail on is a plain 4xx on every route, and is not held open', async ({
  baseURL,
}) => {
  test.skip(isDevelopment, 'the server of development compiles and answers such paths in its own way');
  const paths = [
    '/',
    '/lessons',
    '/nothing',
    '/api/exercises',
    '/api/nothing',
    '/.well-known/jwks.json',
    '/_next/',
  ];
  for (const path of [...paths, '/_global-error', '/404', '/worker.js', '/sitemap.xml']) {
    for (const method of ['TRACE', 'POST', 'PROPFIND', 'DELETE']) {
      for (const more of ['', 'RSC: 1\r\n', 'Next-Action: m4rk3r\r\n', 'If-None-Match: *\r\n']) {
        const text = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${more}Content-Length: 0\r\nConnection: close\r\n\r\n`;
        expect((await sendOctets(baseURL ?? '', text)).status, `${method} ${path} ${more}`).toBe(405);
      }
    }
    for (const line of [
      'RSC: 1',
      'Next-Router-State-Tree: %%%',
      'Next-Router-State-Tree: [',
      'Next-Router-Prefetch: 2',
      'Next-Router-Segment-Prefetch: /../x',
      'X-Middleware-Subrequest: middleware',
      'X-Nextjs-Data: 1',
      'X-Matched-Path: //evil.example',
      'X-Invoke-Status: 500',
      'Next-Url: //evil.example',
      'Upgrade: websocket\r\nConnection: Upgrade',
    ]) {
      const text = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${line}\r\nConnection: close\r\n\r\n`;
      const answer = await sendOctets(baseURL ?? '', text);
      expect(answer.status, `${path} ${line}`).toBeLessThan(500);
      expect(answer.fields.join(), `${path} ${line}`).not.toContain('evil');
    }
  }
  for (const target of [
    '*',
    '/_next/image?url=%2Fx%0aFAKE&w=64&q=75',
    '//evil.example/',
    '/\\evil.example',
    'http://[x/',
  ]) {
    const text = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    const answer = await sendOctets(baseURL ?? '', text);
    expect([400, 404], target).toContain(answer.status);
    expect(answer.body + answer.fields.join(), target).not.toContain('evil');
  }
});

test('whatever the status, HTML has a policy and what is below /api is neither stored nor sniffed', async ({
  baseURL,
}) => {
  for (const path of [
    '/lessons',
    '/nothing',
    '/lessons/x',
    '/sandbox/x',
    '/api/nothing',
    '/api/exercises',
    '/.well-known/x',
  ]) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      const text = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nRSC: 0\r\nConnection: close\r\n\r\n`;
      const answer = await sendOctets(baseURL ?? '', text);
      const about = `${method} ${path}: ${answer.status}`;
      const [cache = ''] = answer.lines('Cache-Control');
      if (path.startsWith('/api') || answer.status >= 400) expect(cache, about).toContain('no-store');
      if (answer.lines('Content-Type').join().includes('html')) {
        expect(answer.lines('Content-Security-Policy').join(), about).toContain("frame-ancestors 'none'");
      }
      expect(answer.lines('X-Content-Type-Options').length, about).toBeGreaterThan(0);
    }
  }
});

test('a hidden 404 is to the byte a 404 of nothing, apart from date, path and ids', async ({
  request,
  baseURL,
}) => {
  const { base, wallet, brief, attempt } = await readBrief(request, 'open-basic');
  const reader = Buffer.from(`${wallet['reader-username']}:${wallet['reader-password']}`).toString('base64');
  const comparable = async (path: string, method: string, fields: [string, string][]) => {
    const answer = await sendDraft(baseURL ?? '', { method, path, fields }, base);
    return {
      status: answer.status,
      reason: answer.reason,
      body: answer.body,
      fields: answer.fields.map(([name, value]) => [
        name,
        /^(date|doorman-exchange)$/i.test(name) ? '' : value,
      ]),
    };
  };
  const asked: [string, [string, string][]][] = [
    ['GET', []],
    ['GET', [['Authorization', `Basic ${reader}`]]],
    ['GET', [['Authorization', 'Basic nonsense']]],
    ['GET', [['Authorization', 'Bearer: nonsense']]],
    ['HEAD', []],
    ['POST', []],
    ['DELETE', [['Authorization', `Basic ${reader}`]]],
    ['TRACE', []],
    ['OPTIONS', []],
  ];
  for (const [method, fields] of asked) {
    const hidden = await comparable('/hidden', method, fields);
    expect(hidden, `${method} ${fields}`).toEqual(await comparable('/nothing-here', method, fields));
    expect(hidden.status).toBe(method === 'OPTIONS' ? 204 : 404);
  }
  const log = (await (await request.get(`/api/exchanges/open-basic/${attempt}`)).json()) as Exchange[];
  const refused = log.find(
    ({ request: { target, fields } }) => target.endsWith('/hidden') && fields.length > 2,
  );
  expect(refused?.trace.length).toBeGreaterThan(0);
  expect(brief.slug).toBe('open-basic');
});
