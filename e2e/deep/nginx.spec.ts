/** docs/nginx.conf as it stands, ports aside, between clients and the production server. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { freePort, has, type Program, startNginx, startServer } from '@/e2e/programs';
import { sendDraft, sendOctets } from '@/e2e/wire';
import type { Brief, Exchange } from '@/lib/draft/exchange';

test.describe.configure({ mode: 'serial' });
test.skip(!has('nginx', '-v'), 'nginx is not installed');

let folder: string;
let origin: string;
let server: Awaited<ReturnType<typeof startServer>>;
let nginx: Program;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorman-nginx-'));
  const port = await freePort();
  server = await startServer({ TRUSTED_PROXIES: '127.0.0.1' });
  origin = `http://localhost:${port}`;
  const conf = join(folder, 'nginx.conf');
  writeFileSync(conf, wrapped(readFileSync('docs/nginx.conf', 'utf8'), port, server.port));
  nginx = await startNginx(conf, port);
});
test.afterAll(async () => {
  await nginx?.kill();
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The file inside what a distribution's own nginx.conf would put around it; the second process is down. */
function wrapped(conf: string, port: number, upstream: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const settings = conf
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('127.0.0.1:3001', `127.0.0.1:${upstream}`)
    .replace('127.0.0.1:3002', '127.0.0.1:1');
  // Its workers write where only this test may.
  const user = process.getuid?.() === 0 ? 'user root root;' : '';
  return `${user} pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events {} http { access_log off; gzip on; gzip_types *; ${paths.join(' ')} ${settings} }`;
}

async function latest(slug: string, attempt: string): Promise<Exchange | undefined> {
  return ((await (await fetch(`${origin}/api/exchanges/${slug}/${attempt}`)).json()) as Exchange[])[0];
}

test('the target arrives as it was sent', async () => {
  const attempt = newAttempt();
  for (const rest of ['a//b', 'a/../b', 'a/./b', '?q&x=%7e%20&&empty=', 'a%2fb%2F', 'x?', "!$'()*+,;=:@"]) {
    const target = `/api/sandbox/open-basic/${attempt}/${rest}`;
    const text = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    expect([401, 404], rest).toContain((await sendOctets(origin, text)).status);
    const seen = await latest('open-basic', attempt);
    expect(seen?.request.target, rest).toBe(target);
  }
});

test('odd names arrive, and nginx’s own address is all that it adds', async () => {
  const attempt = newAttempt();
  const fields = [
    ['x_under_score', '1'],
    ['X-Twice', '1'],
    ['X-Twice', '2'],
    ['X-Forwarded-For', '203.0.113.9'],
    ['Cookie', 'a=1'],
  ] as const;
  await sendDraft(origin, { method: 'GET', path: '/', fields }, `/api/sandbox/open-basic/${attempt}`);
  const seen = (await latest('open-basic', attempt))?.request.fields ?? [];
  const without = seen.filter(([name]) => !['Host', 'X-Forwarded-For'].includes(name));
  expect(without).toEqual(fields.filter(([name]) => name !== 'X-Forwarded-For'));
  expect(seen.filter(([name]) => name === 'X-Forwarded-For')).toEqual([['X-Forwarded-For', '127.0.0.1']]);
  expect(seen.find(([name]) => name === 'Host')?.[1]).toBe(new URL(origin).host);
});

test('two challenges leave as two lines, nothing compressed or rewritten', async () => {
  const base = `/api/sandbox/two-answers/${newAttempt()}`;
  const fields = [['Accept-Encoding', 'gzip']] as const;
  const hidden = await sendDraft(origin, { method: 'GET', path: '/nowhere', fields }, base);
  expect(hidden.status).toBe(404);
  expect(hidden.lines('Content-Encoding')).toEqual([]);
  const answer = await sendDraft(origin, { method: 'GET', path: '/jobs', fields }, base);
  expect(answer.status).toBe(401);
  expect(answer.lines('WWW-Authenticate').map((line) => line.split(' ')[0])).toEqual(['Bearer', 'Basic']);
  expect(answer.lines('Cache-Control')).toEqual(['no-store, no-transform']);
  expect(JSON.parse(answer.body).trace.length).toBeGreaterThan(0);
});

test('two Authorization lines are refused, two Host lines too', async () => {
  const base = `/api/sandbox/open-bearer/${newAttempt()}`;
  const field = ['Authorization', 'Bearer x'] as const;
  const twice = await sendDraft(origin, { method: 'GET', path: '/', fields: [field, field] }, base);
  expect(twice.status).toBe(400);
  const hosts = await sendDraft(origin, { method: 'GET', path: '/', fields: [['Host', 'a.example']] }, base);
  expect(hosts.status).toBe(400);
});

test('what is too large gets Doorman’s answer, not nginx’s', async () => {
  const base = `/api/sandbox/open-basic/${newAttempt()}`;
  const long = await sendDraft(
    origin,
    { method: 'GET', path: '/', fields: [['X-Long', 'x'.repeat(20_000)]] },
    base,
  );
  expect(long.status).toBe(431);
  const body = await fetch(origin + base, { method: 'POST', body: 'x'.repeat(70_000) });
  expect(body.status).toBe(413);
  expect(body.headers.get('content-type')).toBe('application/problem+json');
});

test('events are not held back', async () => {
  const attempt = newAttempt();
  const stream = httpGet(`${origin}/api/exchanges/first-401/${attempt}`, {
    headers: { Accept: 'text/event-stream', 'Accept-Encoding': 'gzip' },
    agent: false,
  });
  const [response] = (await once(stream, 'response')) as [IncomingMessage];
  const [first] = await once(response, 'data');
  expect(String(first)).toBe('retry: 2000\n\n');
  const next = once(response, 'data');
  const sent = performance.now();
  await fetch(`${origin}/api/sandbox/first-401/${attempt}/`);
  expect(String((await next)[0])).toContain('event: exchange');
  expect(performance.now() - sent).toBeLessThan(2_000);
  stream.destroy();
});

test('the relay works behind it, and the brief names the origin that the client used', async () => {
  const attempt = newAttempt();
  const brief = (await (await fetch(`${origin}/api/briefs/first-401/${attempt}`)).json()) as Brief;
  expect(brief.urls.resource).toBe(`${origin}/api/sandbox/first-401/${attempt}`);
  const response = await fetch(brief.urls.relay, {
    method: 'POST',
    body: JSON.stringify({ method: 'GET', path: '/', fields: [['Cookie', 'a=1']] }),
  });
  expect(((await response.json()) as Exchange).response.status).toBe(401);
});

test('connections to the server are kept, and a process that is down is passed over', async () => {
  const attempt = newAttempt();
  for (let count = 0; count < 20; count += 1) {
    expect((await fetch(`${origin}/api/sandbox/first-401/${attempt}/`)).status).toBe(401);
  }
  const seen = await latest('first-401', attempt);
  expect(seen?.request.fields.map(([name]) => name.toLowerCase())).not.toContain('connection');
  expect(seen?.response.fields).toContainEqual(['Connection', 'keep-alive']);
});
