import { expect, test } from '@playwright/test';
import type { Exchange } from '@/lib/sandbox/exchange';
import { newAttempt, readBrief } from './attempts';
import { sendDraft, sendOctets } from './wire';

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

test('a target in absolute-form is served, not redirected (RFC 9112 §3.2.2)', async ({ baseURL }) => {
  const target = `http://elsewhere.example/api/sandbox/open-basic/${newAttempt()}/`;
  const text = `GET ${target} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`;
  const answer = await sendOctets(baseURL ?? '', text);
  expect(answer.status).toBe(401);
  expect(answer.body).not.toContain('elsewhere');
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
