/** Two servers that share a Redis: one learner must not notice which of them answers. */
import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { has, startRedis, startServer } from '@/e2e/programs';
import { asker, sendDraft, sendOctets } from '@/e2e/wire';
import type { Brief, Exchange } from '@/lib/draft/exchange';
import { loadExercise } from '@/lib/exercises';
import { cookieFrom, get, send, sendJson } from '@/lib/exercises/drafts';
import type { Exercise } from '@/lib/exercises/exercise';
import { type Draft, draftMessage } from '@/lib/http-auth/draft';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';

type Server = Awaited<ReturnType<typeof startServer>>;

test.describe.configure({ mode: 'serial' });
test.skip(!has('redis-server'), 'redis-server is not installed');

let redis: Awaited<ReturnType<typeof startRedis>>;
let firstServer: Server;
let other: Server;

test.beforeAll(async () => {
  redis = await startRedis();
  const env = { REDIS_URL: redis.url, TRUSTED_PROXIES: '127.0.0.1,::1', RATE_LIMIT: '2' };
  [firstServer, other] = await Promise.all([startServer(env), startServer(env)]);
});
test.afterAll(async () => {
  await Promise.all([firstServer, other, redis].map((program) => program?.kill()));
});

async function walletAt({ origin }: Server, slug: string, attempt: string) {
  const brief = (await (await fetch(`${origin}/api/briefs/${slug}/${attempt}`)).json()) as Brief;
  return Object.fromEntries(brief.wallet.map(({ name, value }) => [name, value]));
}

/** The solution of an exercise, made at `server`, that gets 200 once and never again. */
async function onceOnly(server: Server, slug = 'stale-signature') {
  const attempt = newAttempt();
  const base = `/api/sandbox/${slug}/${attempt}`;
  const { solution } = (await loadExercise(slug)) as Exercise;
  const draft = await solution(await walletAt(server, slug, attempt), asker(server.origin, base));
  return { base, octets: octetsOf(draft, base, new URL(server.origin).host) };
}

function octetsOf(draft: Draft, base: string, host: string): string {
  const { method, target, fields } = draftMessage(draft, base);
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, `Host: ${host}`, ...lines, 'Connection: close', '', ''].join(
    '\r\n',
  );
}

async function openStream({ origin }: Server, slug: string, attempt: string) {
  const request = httpGet(`${origin}/api/exchanges/${slug}/${attempt}`, {
    headers: { Accept: 'text/event-stream' },
    agent: false,
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const stream = { text: '', closed: false, close: () => request.destroy() };
  response.on('data', (chunk) => {
    stream.text += chunk;
  });
  response.on('error', () => {});
  response.on('close', () => {
    stream.closed = true;
  });
  return stream;
}

const basicDraft = (wallet: Record<string, string>): Draft => ({
  method: 'GET',
  path: '/',
  fields: [['Authorization', basicCredentials(wallet.username ?? '', wallet.password ?? '')]],
});

test('what a wallet of one holds opens the door of the other', async () => {
  const attempt = newAttempt();
  const wallet = await walletAt(firstServer, 'open-basic', attempt);
  expect(await walletAt(other, 'open-basic', attempt)).toEqual(wallet);
  const answer = await sendDraft(other.origin, basicDraft(wallet), `/api/sandbox/open-basic/${attempt}`);
  expect(answer.status).toBe(200);
});

test('an exchange that reaches one shows on a stream and in the log of the other', async () => {
  const attempt = newAttempt();
  const stream = await openStream(other, 'first-401', attempt);
  const base = `/api/sandbox/first-401/${attempt}`;
  await expect
    .poll(async () => {
      await sendDraft(firstServer.origin, { method: 'GET', path: '/', fields: [] }, base);
      return stream.text;
    })
    .toContain('event: exchange');
  stream.close();
  const log = await (await fetch(`${other.origin}/api/exchanges/first-401/${attempt}`)).json();
  expect((log as Exchange[])[0]?.response.status).toBe(401);
});

test('the relay of each finds its exchange in the shared log', async () => {
  const attempt = newAttempt();
  for (const { origin } of [firstServer, other]) {
    const response = await fetch(`${origin}/api/relay/first-401/${attempt}`, {
      method: 'POST',
      body: JSON.stringify({ method: 'GET', path: '/', fields: [] }),
    });
    const exchange = (await response.json()) as Exchange;
    expect(exchange.response.status).toBe(401);
    expect(exchange.trace.length).toBeGreaterThan(0);
  }
});

for (const slug of ['stale-signature', 'open-digest', 'open-dpop']) {
  test(`what was used at one is used at the other: ${slug}`, async () => {
    const { octets } = await onceOnly(firstServer, slug);
    expect((await sendOctets(firstServer.origin, octets)).status).toBe(200);
    expect((await sendOctets(other.origin, octets)).status).toBe(401);
    expect((await sendOctets(firstServer.origin, octets)).status).toBe(401);
  });
}

test('a session that begins at one is known to the other, and so is its end', async () => {
  const attempt = newAttempt();
  const base = `/api/sandbox/open-session/${attempt}`;
  const { username, password } = await walletAt(firstServer, 'open-session', attempt);
  const cookie = cookieFrom(
    await sendDraft(firstServer.origin, sendJson('/login', { username, password }), base),
  );
  expect((await sendDraft(other.origin, get('/', cookie), base)).status).toBe(200);
  const { csrf } = JSON.parse((await sendDraft(other.origin, get('/csrf', cookie), base)).body);
  const logout = send('POST', '/logout', cookie, ['X-CSRF-Token', csrf]);
  expect((await sendDraft(other.origin, logout, base)).status).toBeLessThan(300);
  expect((await sendDraft(firstServer.origin, get('/', cookie), base)).status).toBe(401);
});

test('a budget of requests is one for both', async () => {
  const attempt = newAttempt();
  const wallet = await walletAt(firstServer, 'open-limited', attempt);
  // The budget is whole again every 30 seconds: not in the middle of this.
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 8_000) await new Promise((resolve) => setTimeout(resolve, left));
  const statuses = [];
  for (const { origin } of Array.from({ length: 5 }, () => [firstServer, other]).flat()) {
    const answer = await sendDraft(origin, basicDraft(wallet), `/api/sandbox/open-limited/${attempt}`);
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(5).fill(200), ...Array(5).fill(429)]);
});

test('of one request sent to both at once, ten times, one is let in', async () => {
  const { octets } = await onceOnly(firstServer);
  const servers = Array.from({ length: 10 }, () => [firstServer, other]).flat();
  const answers = await Promise.all(servers.map(({ origin }) => sendOctets(origin, octets)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
});

test('without Redis stateless doors go on, checks that need it are refused, and all recovers', async () => {
  const attempt = newAttempt();
  const base = `/api/sandbox/open-basic/${attempt}`;
  const wallet = await walletAt(firstServer, 'open-basic', attempt);
  const stream = await openStream(other, 'open-basic', attempt);
  const used = await onceOnly(firstServer);
  expect((await sendOctets(firstServer.origin, used.octets)).status).toBe(200);
  const { octets } = await onceOnly(firstServer);

  await redis.kill();
  await expect.poll(async () => (await sendOctets(firstServer.origin, octets)).status).toBe(503);
  const refused = await sendOctets(firstServer.origin, octets);
  expect(refused.lines('Content-Type')).toEqual(['application/problem+json']);
  expect(refused.lines('Retry-After')).toEqual(['2']);
  expect(refused.lines('WWW-Authenticate')).toEqual([]);

  const began = performance.now();
  expect((await sendDraft(firstServer.origin, { method: 'GET', path: '/', fields: [] }, base)).status).toBe(
    401,
  );
  const open = await sendDraft(firstServer.origin, basicDraft(wallet), base);
  expect(open.status).toBe(200);
  expect(JSON.parse(open.body).principal).toBe('ada');
  expect(performance.now() - began).toBeLessThan(1_000);
  for (const page of ['/', '/lessons', '/sandbox/first-401']) {
    expect((await fetch(firstServer.origin + page)).status, page).toBe(200);
  }
  const log = await fetch(`${firstServer.origin}/api/exchanges/open-basic/${attempt}`);
  expect(log.status).toBe(503);
  expect(log.headers.get('content-type')).toBe('application/problem+json');
  const relayed = await fetch(`${firstServer.origin}/api/relay/first-401/${attempt}`, {
    method: 'POST',
    body: JSON.stringify({ method: 'GET', path: '/', fields: [] }),
  });
  const exchange = (await relayed.json()) as Exchange;
  expect(exchange.response.status).toBe(401);
  expect(exchange.trace.length).toBeGreaterThan(0);

  redis = await startRedis(redis.port);
  await expect.poll(async () => (await sendOctets(firstServer.origin, octets)).status).toBe(200);
  expect(stream.closed).toBe(false);
  await expect
    .poll(async () => {
      await sendDraft(firstServer.origin, basicDraft(wallet), base);
      return stream.text;
    })
    .toContain('event: exchange');
  stream.close();
});

test('a server that crashes and comes back knows what was used before', async () => {
  const { octets } = await onceOnly(other);
  expect((await sendOctets(other.origin, octets)).status).toBe(200);
  await other.kill();
  other = await startServer({ REDIS_URL: redis.url }, other.port);
  expect((await sendOctets(other.origin, octets)).status).toBe(401);
});

test('an address that asks too often is told to wait, and no other is', async () => {
  const path = `/api/sandbox/open-basic/${newAttempt()}/`;
  const ask = async (address: string) => {
    const response = await fetch(firstServer.origin + path, { headers: { 'X-Forwarded-For': address } });
    return { response, problem: (await response.json()) as { detail: string } };
  };
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('198.51.100.7')));
  const refused = answers.filter(({ response }) => response.status === 429);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.length).toBeLessThanOrEqual(40);
  const [first] = refused;
  expect(first?.response.headers.get('Retry-After')).toBe('1');
  expect(first?.response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(first?.problem.detail).toBe('More than 2 requests a second came from this address.');
  const relay = await fetch(firstServer.origin + path.replace('sandbox', 'relay').slice(0, -1), {
    method: 'POST',
    headers: { 'X-Forwarded-For': '198.51.100.8' },
    body: JSON.stringify({ method: 'GET', path: '/', fields: [['X-Forwarded-For', '198.51.100.7']] }),
  });
  expect(((await relay.json()) as Exchange).response.status).toBe(401);
  expect((await ask('198.51.100.9')).response.status).toBe(401);
  expect((await fetch(firstServer.origin + path)).status).toBe(401);
});
