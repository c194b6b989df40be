/** A server as its operator meets it: started, refused, asked to end, killed, started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { freePort, refusedServer, startCommand, startProgram, startServer } from '@/e2e/programs';
import { asker, sendDraft } from '@/e2e/wire';
import type { Brief } from '@/lib/draft/exchange';
import { loadExercise } from '@/lib/exercises';
import type { Exercise } from '@/lib/exercises/exercise';

const marker = 'm4rk3r';

async function openStream(origin: string, attempt: string) {
  const request = httpGet(`${origin}/api/exchanges/first-401/${attempt}`, {
    headers: { Accept: 'text/event-stream' },
    agent: false,
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const stream = { text: '', ended: once(response, 'close') };
  response.on('data', (chunk) => {
    stream.text += chunk;
  });
  response.on('error', () => {});
  return stream;
}

/** Milliseconds until `ended`, and how it ended. */
async function exit(child: Awaited<ReturnType<typeof startServer>>['child'], act: () => unknown) {
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const began = performance.now();
  act();
  const [code] = await ended;
  return { code, milliseconds: performance.now() - began };
}

const refusals: [string, NodeJS.Dict<string>, string][] = [
  ['without a secret', { DOORMAN_SECRET: '' }, 'DOORMAN_SECRET is not set'],
  ['with a secret that can be guessed', { DOORMAN_SECRET: `school-${marker}` }, 'can be guessed'],
  [
    'with a Redis that is away',
    { REDIS_URL: `redis://u:${marker}@127.0.0.1:1` },
    'over the network (ECONNREFUSED)',
  ],
  [
    'with an address of Redis that is none',
    { REDIS_URL: `redis://u:${marker}@127.0.0.1:99999` },
    'is no address',
  ],
  [
    'with a folder that is none',
    { DOORMAN_DATA: '/dev/null/data' },
    'The folder /dev/null/data cannot be written',
  ],
];
for (const [how, env, words] of refusals) {
  test(`${how} a server refuses to start, in a sentence that holds no secret`, async () => {
    const { code, said } = await refusedServer(env);
    expect(said).toContain(words);
    expect(said).not.toContain(marker);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(78);
  });
}

test('asked to end, a server says so, ends its streams with a last event, finishes what runs, and exits with 0', async () => {
  const server = await startServer({});
  const attempt = newAttempt();
  const stream = await openStream(server.origin, attempt);
  expect((await fetch(`${server.origin}/api/ready`)).status).toBe(200);
  const { code, milliseconds } = await exit(server.child, async () => {
    server.child.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${server.origin}/api/ready`)).status).toBe(503);
    // What comes meanwhile is answered all the same.
    expect((await fetch(`${server.origin}/api/sandbox/first-401/${attempt}/`)).status).toBe(401);
  });
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(6_000);
  await stream.ended;
  expect(stream.text).toContain('event: bye\n');
});

test('npm start ends in the same way, and kill -9 of it leaves no server behind', async () => {
  const gone = async (port: number) => {
    await expect
      .poll(
        () =>
          fetch(`http://localhost:${port}/api/health`).then(
            () => 'there',
            () => 'gone',
          ),
        { timeout: 15_000 },
      )
      .toBe('gone');
  };
  const first = await startCommand({});
  await expect.poll(first.said).toContain('Doorman is open at');
  await openStream(`http://localhost:${first.port}`, newAttempt());
  const { code, milliseconds } = await exit(first.child, () => first.child.kill('SIGTERM'));
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(7_000);
  await gone(first.port);

  const second = await startCommand({});
  await expect.poll(second.said).toContain('Doorman is open at');
  await openStream(`http://localhost:${second.port}`, newAttempt());
  await second.kill();
  await gone(second.port);
});

test('what was solved step by step is still there after kill -9 and a new start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-data-'));
  const slug = 'rotated-key';
  const attempt = newAttempt();
  const base = `/api/sandbox/${slug}/${attempt}`;
  let server = await startServer({ DOORMAN_DATA: folder });
  const brief = (await (await fetch(`${server.origin}/api/briefs/${slug}/${attempt}`)).json()) as Brief;
  const wallet = Object.fromEntries(brief.wallet.map(({ name, value }) => [name, value]));
  const { solution } = (await loadExercise(slug)) as Exercise;
  // The solution looks keys up, which the server remembers.
  const draft = await solution(wallet, asker(server.origin, base));
  await server.kill();
  server = await startServer({ DOORMAN_DATA: folder }, server.port);
  expect((await sendDraft(server.origin, draft, base)).status).toBe(200);
  await server.kill();
  rmSync(folder, { recursive: true });
});

test('figures have an address of their own, and neither they nor the log hold what was sent', async () => {
  const metrics = await freePort();
  const server = await startServer({ METRICS_ADDRESS: `127.0.0.1:${metrics}`, REQUEST_LOG: 'on' });
  const attempt = newAttempt();
  const answer = await fetch(`${server.origin}/api/sandbox/open-basic/${attempt}/${marker}?${marker}=1`, {
    method: 'DELETE',
    headers: { Authorization: `Basic ${marker}`, 'X-Request-Id': marker, 'User-Agent': marker },
  });
  await fetch(`${server.origin}/${marker}`);
  await fetch(`${server.origin}/api/sandbox/${marker}/${attempt}/`);
  const id = answer.headers.get('Doorman-Exchange') ?? '';
  await expect.poll(server.said).toContain(id);
  const lines = server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const line = lines.map((text) => JSON.parse(text)).find((event) => event.id === id);
  expect(line).toMatchObject({
    level: 'info',
    route: 'api/sandbox/open-basic',
    method: 'DELETE',
    status: answer.status,
  });
  expect(new Date(line.time).getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(server.said()).not.toContain(marker);
  expect(server.said()).not.toContain(attempt);

  const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  expect(text).toContain(
    `doorman_requests_total{route="api/sandbox/open-basic",status="${answer.status}"} 1`,
  );
  expect(text).toContain('doorman_requests_total{route="other",status="404"} 1');
  expect(text).toContain('doorman_streams_open 0');
  expect(text).toContain('doorman_store_errors_total 0');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).not.toContain(marker);
  expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
  await server.kill();
});

/** How long a connection stays open on which `text` was sent, in milliseconds, and what came back. */
function patienceWith(port: number, text: string): Promise<{ milliseconds: number; heard: string }> {
  const began = performance.now();
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, 'localhost', () => socket.write(text));
    socket.on('data', (chunk) => (heard += chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve({ milliseconds: performance.now() - began, heard }));
  });
}

test('content that never comes, a head that never ends and a silent socket are given up within 30 s', async () => {
  const server = await startServer({});
  const host = `Host: localhost:${server.port}`;
  const at = `/api/sandbox/first-401/${newAttempt()}/`;
  const [silent, head, content, relayed] = await Promise.all([
    patienceWith(server.port, ''),
    patienceWith(server.port, `GET ${at} HTTP/1.1\r\n${host}\r\nX-Slow: `),
    patienceWith(server.port, `POST ${at} HTTP/1.1\r\n${host}\r\nContent-Length: 10\r\n\r\nabc`),
    patienceWith(
      server.port,
      `POST ${at.replace('sandbox', 'relay').slice(0, -1)} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab`,
    ),
  ]);
  for (const { milliseconds } of [silent, head, content, relayed]) expect(milliseconds).toBeLessThan(30_000);
  expect(silent.heard).toBe('');
  for (const { heard } of [head, content, relayed]) expect(heard).toContain('408 Request Timeout');
  expect(server.said()).not.toContain('aborted');
  await server.kill();
});

test('processes of one build call it by the same name', async () => {
  const servers = await Promise.all([startServer({}), startServer({})]);
  const names = await Promise.all(
    servers.map(
      async ({ origin }) => ((await (await fetch(`${origin}/api/health`)).json()) as { build: string }).build,
    ),
  );
  expect(names[0]).toMatch(/^[\da-f-]{36}$/);
  expect(names[1]).toBe(names[0]);
  for (const server of servers) await server.kill();
});

test('bound to an address, a server is not reached by another', async () => {
  const server = await startCommand({ HOST: '127.0.0.1' });
  await expect.poll(server.said).toContain('Doorman is open at http://127.0.0.1:');
  const at = (host: string) =>
    fetch(`http://${host}:${server.port}/api/health`).then(
      ({ status }) => status,
      () => 0,
    );
  expect(await at('127.0.0.1')).toBe(200);
  expect(await at('127.0.0.2')).toBe(0);
  await exit(server.child, () => server.child.kill('SIGTERM'));
});

test('the container’s command and its health check work as they stand', async () => {
  const containerfile = readFileSync('Containerfile', 'utf8');
  const [check, command] = [...containerfile.matchAll(/^ *CMD (\[.*\])$/gm)].map(([, json = '']) =>
    JSON.parse(json),
  );
  const port = await freePort();
  const PORT = String(port);
  const server = await startProgram(command, port, { PORT });
  await expect.poll(() => healthCheck(check, PORT)).toBe(0);
  const { code } = await exit(server.child, async () => {
    server.child.kill('SIGTERM');
    // A container that is ending is sent nobody new.
    await expect.poll(() => healthCheck(check, PORT)).toBe(1);
  });
  expect(code).toBe(0);
});

async function healthCheck([program = '', ...args]: string[], PORT: string): Promise<number> {
  const [code] = (await once(spawn(program, args, { env: { ...process.env, PORT } }), 'exit')) as [number];
  return code;
}
