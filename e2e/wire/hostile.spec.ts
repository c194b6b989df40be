import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { newAttempt, readBrief } from '@/e2e/attempts';
import { isDevelopment } from '@/e2e/mode';
import { type Received, sendDraft, sendOctets } from '@/e2e/wire';

const markup = '<svg onload=alert(1)>';
const marker = 'm4rk3r';

/** A plain answer or a 4xx, and nothing that was sent in a field line, in markup, or as another line. */
function expectInert(answer: Received, sent: string): void {
  expect(answer.status, sent).toBeLessThan(500);
  expect(answer.status, sent).toBeGreaterThanOrEqual(200);
  for (const [name, value] of answer.fields) {
    expect(`${name}: ${value}`, sent).not.toContain('svg');
    expect(`${name}: ${value}`, sent).not.toContain(marker);
  }
  expect(answer.lines('Content-Type').join(), sent).not.toContain('html');
}

test('markup in every part of a request stays inert', async ({ baseURL, request }) => {
  const { wallet, base } = await readBrief(request, 'open-basic');
  const encoded = Buffer.from(`${markup}${marker}:${markup}`).toString('base64');
  const values = [
    markup + marker,
    `Basic ${markup}`,
    `Basic ${encoded}`,
    `Bearer ${markup}`,
    `"${marker}"`,
    `'${marker}`,
  ];
  for (const slug of ['open-basic', 'open-bearer', 'open-api-key', 'hidden-room', 'two-answers']) {
    const at = `/api/sandbox/${slug}/${newAttempt()}`;
    for (const value of values) {
      for (const name of [
        'Authorization',
        'X-API-Key',
        'Cookie',
        'User-Agent',
        'Origin',
        'Referer',
        'Accept',
        'X-Own',
      ]) {
        expectInert(
          await sendDraft(baseURL ?? '', { method: 'GET', path: '/', fields: [[name, value]] }, at),
          value,
        );
      }
    }
    const path = `/${marker}?${encodeURIComponent(markup)}=${marker}`;
    expectInert(await sendDraft(baseURL ?? '', { method: 'GET', path, fields: [] }, at), path);
    const raw = await sendOctets(
      baseURL ?? '',
      `GET ${at}/${markup} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(raw.status).toBeGreaterThanOrEqual(400);
    expect(raw.status).toBeLessThan(500);
  }
  const kid = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid: markup + marker })).toString(
    'base64url',
  );
  const fields = [['Authorization', `Bearer ${kid}.e30.AAAA`]] as const;
  const answer = await sendDraft(
    baseURL ?? '',
    { method: 'GET', path: '/', fields },
    base.replace('basic', 'bearer'),
  );
  expectInert(answer, 'kid');
  expect(wallet.username).toBe('ada');
});

test('CR, LF, NUL and bytes above 0x7F are refused or kept as text, and add no line', async ({ baseURL }) => {
  const at = `/api/sandbox/open-basic/${newAttempt()}`;
  const octets = [
    'a\rX-Evil: 1',
    'a\nX-Evil: 1',
    'a\r\n X-Evil: 1',
    'a\0b',
    '\x7f',
    '\xff\xfe',
    '\xc3\xa9',
    '\x80',
  ];
  for (const octet of octets) {
    for (const line of [`Authorization: Basic ${octet}`, `X-Own: ${octet}`, `Authorization: ${octet}`]) {
      const text = `GET ${at}/ HTTP/1.1\r\nHost: a\r\n${line}\r\nConnection: close\r\n\r\n`;
      const answer = await sendOctets(baseURL ?? '', text);
      expectInert(answer, JSON.stringify(line));
      expect(answer.lines('X-Evil')).toEqual([]);
    }
  }
  for (const path of [
    '/%0d%0aX-Evil:%201',
    '/%00',
    '/%e0%a4%a',
    '/%ff',
    '/\xe9',
    '/?%0d%0aX-Evil:1',
    '/%2e%2e/%2e%2e',
  ]) {
    const text = `GET ${at}${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
    const answer = await sendOctets(baseURL ?? '', text);
    expectInert(answer, path);
    expect(answer.lines('X-Evil')).toEqual([]);
  }
});

test('broken escapes in the address of a page or an API are 4xx', async ({ baseURL }) => {
  test.skip(isDevelopment, 'the server of development compiles and answers such paths in its own way');
  const paths = [
    '/lessons/%e0%a4%a',
    '/sandbox/%00',
    '/api/briefs/%ff/%ff',
    '/api/exchanges/first-401/%0d%0aabcdefgh',
  ];
  for (const path of [
    ...paths,
    '/sandbox/nothing',
    '/lessons/..%2f..%2fpackage.json',
    `/lessons/${'x'.repeat(5000)}`,
  ]) {
    const answer = await sendOctets(
      baseURL ?? '',
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.status, path).toBeLessThan(500);
  }
});

test('any octets in Authorization and X-API-Key are answered below 500', async ({ baseURL }) => {
  test.slow();
  const octet = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
  const value = fc.string({ unit: octet, maxLength: 200 });
  const scheme = fc.constantFrom('', 'Basic ', 'Bearer ', 'basic  ', 'ApiKey ', 'Digest ', 'Bearer,');
  const slug = fc.constantFrom('open-basic', 'open-bearer', 'open-api-key', 'two-answers');
  await fc.assert(
    fc.asyncProperty(slug, scheme, value, async (exercise, word, garbage) => {
      const name = exercise === 'open-api-key' ? 'X-API-Key' : 'Authorization';
      const draft = `GET /api/sandbox/${exercise}/hostile-attempt/ HTTP/1.1\r\nHost: a\r\n${name}: ${word}${garbage}\r\n`;
      const answer = await sendOctets(baseURL ?? '', `${draft}Connection: close\r\n\r\n`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});

test('content over 64 KiB is 413, a field section over 16 KiB 431', async ({ baseURL }) => {
  const at = `/api/sandbox/open-bearer/${newAttempt()}/write`;
  const head = `POST ${at} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n`;
  const large = await sendOctets(baseURL ?? '', `${head}Content-Length: 70000\r\n\r\n${'x'.repeat(70_000)}`);
  expect(large.status).toBe(413);
  expect(large.lines('Content-Type')).toEqual(['application/problem+json']);
  const chunk = `${(8000).toString(16)}\r\n${'x'.repeat(8000)}\r\n`;
  const chunked = await sendOctets(
    baseURL ?? '',
    `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(10)}0\r\n\r\n`,
  );
  expect(chunked.status).toBe(413);
  const within = await sendOctets(baseURL ?? '', `${head}Content-Length: 60000\r\n\r\n${'x'.repeat(60_000)}`);
  expect(within.status).toBe(401);
  expect((await sendOctets(baseURL ?? '', `${head}X-Long: ${'x'.repeat(17_000)}\r\n\r\n`)).status).toBe(431);
  expect((await sendOctets(baseURL ?? '', `${head}${'a:\r\n'.repeat(1200)}\r\n`)).status).toBe(431);
});

test('framework fields sent by a client change no answer', async ({ baseURL }) => {
  const at = `/api/sandbox/first-401/${newAttempt()}/`;
  const odd = [
    ['RSC', '1'],
    ['Next-Action', 'abc'],
    ['Next-Router-Prefetch', '1'],
    ['Next-Router-State-Tree', '%5B%5D'],
    ['X-Nextjs-Data', '1'],
    ['X-Middleware-Subrequest', 'middleware'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'elsewhere.example'],
    ['Accept-Encoding', 'gzip, br'],
    ['If-None-Match', '*'],
    ['Range', 'bytes=0-1'],
    ['Upgrade', 'websocket'],
    ['Expect', '100-continue'],
  ];
  for (const [name, value] of odd) {
    for (const method of ['GET', 'POST']) {
      const text = `${method} ${at} HTTP/1.1\r\nHost: localhost\r\n${name}: ${value}\r\nConnection: close\r\n\r\n`;
      const answer = await sendOctets(baseURL ?? '', text);
      expect(answer.status, `${method} ${name}`).toBe(method === 'GET' ? 401 : 405);
      expect(answer.body, name).not.toContain('elsewhere');
      expect(answer.lines('Content-Encoding')).toEqual([]);
    }
  }
});
