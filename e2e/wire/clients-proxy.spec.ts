// curl through the forward proxy of this server: 407 is the proxy's question, 401 the resource's.
import { execFile } from 'node:child_process';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { has } from '@/e2e/programs';
import { sendOctets } from '@/e2e/wire';
import type { Exchange } from '@/lib/draft/exchange';

const port = process.env.DOORMAN_TEST_PROXY_PORT;
const proxy = `http://localhost:${port}`;

test.skip(!port, 'there is no proxy beside this server');
test.skip(!has('curl'), 'curl is not installed');

interface Answered {
  readonly status: number;
  /** What the proxy said to CONNECT. */
  readonly tunnel: number;
  readonly text: string;
}

function curl(...args: string[]): Promise<Answered> {
  const marked = ['-s', '-i', '-x', proxy, '-w', '\n%{http_code} %{http_connect}', ...args];
  return new Promise((resolve) => {
    // A proxy that the environment names, or is told to spare, is not the one that is meant.
    const env = { ...process.env, HOME: '/nonexistent', NO_PROXY: '', no_proxy: '' };
    execFile('curl', marked, { timeout: 20_000, env }, (_error, stdout) => {
      const [status, tunnel] = stdout
        .slice(stdout.lastIndexOf('\n') + 1)
        .split(' ')
        .map(Number);
      resolve({ status: status ?? 0, tunnel: tunnel ?? 0, text: stdout });
    });
  });
}

async function behindProxy(request: APIRequestContext) {
  const { brief, wallet } = await readBrief(request, 'open-proxy');
  return {
    url: `${brief.urls.resource}/`,
    log: brief.urls.exchanges,
    ada: ['-u', `${wallet.username}:${wallet.password}`] as const,
    pass: ['-U', `${wallet['proxy-username']}:${wallet['proxy-password']}`] as const,
  };
}

test('asks with 407, then the resource asks with 401, and each has its own field', async ({ request }) => {
  const { url, log, ada, pass } = await behindProxy(request);
  const nobody = await curl(url);
  expect(nobody.text).toMatch(/^HTTP\/1\.1 407 Proxy Authentication Required\r\n/);
  expect(nobody.text).toMatch(/^Proxy-Authenticate: Basic realm="proxy", charset="UTF-8"\r$/m);
  expect(nobody.text).toContain('Content-Type: application/problem+json');
  expect(nobody.text).toContain('credentials for the proxy are presented');
  expect(nobody.text).not.toMatch(/^(?:WWW-Authenticate|Via):/im);

  expect((await curl(...ada, url)).status).toBe(407);
  expect((await curl('-U', 'proxy:let-me-in', url)).status).toBe(407);
  const passed = await curl(...pass, url);
  expect(passed.status).toBe(401);
  expect(passed.text).toMatch(/^WWW-Authenticate: Basic /m);
  expect(passed.text).toMatch(/^Via: 1\.1 doorman\r$/m);
  expect((await curl(...pass, ...ada, url)).status).toBe(200);
  expect((await curl('--proxy-anyauth', '--anyauth', ...pass, ...ada, url)).status).toBe(200);

  const latest = async () => (await (await request.get(log)).json()) as Exchange[];
  await expect
    .poll(async () => (await latest()).map(({ response }) => response.status))
    .toEqual([200, 401, 407, 200, 401, 407, 407, 407]);
  const exchanges = await latest();
  expect(exchanges.at(-1)?.request.target).toBe(url);
  const names = exchanges[0]?.request.fields.map(([name]) => name);
  expect(names).toContain('Via');
  expect(names).not.toContain('Proxy-Authorization');
});

test('leads to this server’s sandbox and nowhere else', async ({ request, baseURL }) => {
  const { url, pass } = await behindProxy(request);
  const { port: serverPort } = new URL(baseURL ?? '');
  for (const other of [
    'http://elsewhere.example/',
    'http://169.254.169.254/latest/meta-data/',
    `${baseURL}/`,
    `${baseURL}/api/exercises`,
    `http://localhost:${port}${new URL(url).pathname}`,
    `http://127.0.0.1.elsewhere.example:${serverPort}${new URL(url).pathname}`,
  ]) {
    const { status, text } = await curl(...pass, other);
    expect(status, other).toBe(403);
    expect(text).toContain('nowhere else');
  }
  const { base } = await readBrief(request, 'open-basic');
  expect((await curl(...pass, `${baseURL}${base}/`)).status).toBe(403);
});

test('makes no tunnels, and is no server of its own', async ({ request }) => {
  const { url, pass } = await behindProxy(request);
  expect((await curl('-p', ...pass, url)).tunnel).toBe(501);
  expect((await curl(...pass, 'https://elsewhere.example/')).tunnel).toBe(501);
  const direct = await sendOctets(proxy, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  expect(direct.status).toBe(400);
  expect(direct.lines('Content-Type')).toEqual(['application/problem+json']);
});

test('two lines of credentials are 400', async ({ request }) => {
  const { url, pass } = await behindProxy(request);
  const { status } = await curl(...pass, '--proxy-header', 'Proxy-Authorization: Basic cHJveHk6eA==', url);
  // curl replaces its own line by the one it was given, so both have to be given.
  expect(status).toBe(407);
  const twice = [
    '--proxy-header',
    'Proxy-Authorization: Basic YTpi',
    '-H',
    'Proxy-Authorization: Basic YTpi',
  ];
  expect((await curl(...twice, url)).status).toBe(400);
});
