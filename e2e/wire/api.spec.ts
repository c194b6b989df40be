import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { newAttempt, readBrief } from '@/e2e/attempts';
import type { Exchange } from '@/lib/draft/exchange';
import { exerciseSlugs } from '@/lib/exercises';
import { basicCredentials } from '@/lib/http-auth/schemes/basic/basic';

test('the catalog lists every exercise with templates of its addresses', async ({ request, baseURL }) => {
  const response = await request.get('/api/exercises');
  const entries = (await response.json()) as { slug: string; briefUrl: string; resourceUrl: string }[];
  expect(entries.map(({ slug }) => slug).sort()).toEqual([...exerciseSlugs()].sort());
  for (const { slug, briefUrl, resourceUrl } of entries) {
    expect(briefUrl).toBe(`${baseURL}/api/briefs/${slug}/{attempt}`);
    expect(resourceUrl).toBe(`${baseURL}/api/sandbox/${slug}/{attempt}`);
  }
});

test('a brief gives the open doors the names that clients rely on', async ({ request }) => {
  const names = async (slug: string) => Object.keys((await readBrief(request, slug)).wallet);
  expect(await names('open-basic')).toEqual(['username', 'password', 'reader-username', 'reader-password']);
  expect(await names('open-bearer')).toEqual([
    'token',
    'read-token',
    'expired-token',
    'early-token',
    'foreign-token',
    'other-issuer-token',
  ]);
  expect(await names('open-api-key')).toEqual(['key', 'reader-key']);
  const { wallet } = await readBrief(request, 'open-basic');
  expect(wallet.password).toMatch(/:.*[^ -~]/);
});

test('the keys of open-bearer are published where the brief says', async ({ request }) => {
  const { brief } = await readBrief(request, 'open-bearer');
  const response = await request.get(brief.urls.jwks ?? '');
  expect(response.status()).toBe(200);
  const { keys } = (await response.json()) as { keys: Record<string, string>[] };
  expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
  expect(keys[0]).not.toHaveProperty('d');
});

test('unknown exercises and malformed attempts are 404 problems everywhere', async ({ request }) => {
  for (const place of [
    'nothing/abcdefgh',
    'first-401/short',
    'first-401/has%20space',
    `first-401/${'a'.repeat(65)}`,
  ]) {
    for (const kind of ['briefs', 'exchanges', 'sandbox', 'relay']) {
      const path = `/api/${kind}/${place}`;
      const response = kind === 'relay' ? await request.post(path) : await request.get(path);
      expect(response.status(), path).toBe(404);
      expect(response.headers()['content-type'], path).toBe('application/problem+json');
    }
  }
});

test('help comes in four tiers, the last with the solution', async ({ request }) => {
  const { brief } = await readBrief(request, 'small-scope');
  expect(brief.hints).toBe(4);
  for (const tier of [1, 2, 3]) {
    const hint = await (await request.get(`${brief.urls.hints}/${tier}`)).json();
    expect(hint.text.length).toBeGreaterThan(10);
    expect(hint.requests).toBeUndefined();
  }
  const { requests } = await (await request.get(`${brief.urls.hints}/4`)).json();
  expect(requests).toHaveLength(1);
  expect(requests[0].draft.method).toBe('DELETE');
  for (const none of ['0', '5', 'x', '1.0']) {
    expect((await request.get(`${brief.urls.hints}/${none}`)).status(), none).toBe(404);
  }
});

test('the relay sends two Authorization lines and shows them as they crossed the wire', async ({
  request,
}) => {
  const { brief, base } = await readBrief(request, 'two-answers');
  const response = await request.post(brief.urls.relay, { data: brief.start });
  const exchange = (await response.json()) as Exchange;
  expect(exchange.response.status).toBe(400);
  expect(exchange.request.fields.filter(([name]) => name === 'Authorization')).toHaveLength(2);
  expect(exchange.request.target).toBe(`${base}/jobs`);
  expect(exchange.trace.find(({ outcome }) => outcome === 'failed')?.rule).toBe('RFC 9110 §5.3');
});

test('the relay sends raw text, and what Node itself refuses is an exchange too', async ({ request }) => {
  const { brief, base, attempt } = await readBrief(request, 'first-401');
  const send = async (raw: string) => await request.post(brief.urls.relay, { data: { raw } });
  const fine = (await (await send(`GET ${base}/ HTTP/1.1\nX-Note: hello\n\n`)).json()) as Exchange;
  expect(fine.response.status).toBe(401);
  expect(fine.request.fields).toContainEqual(['X-Note', 'hello']);
  const broken = (await (await send(`GET ${base}/ HTTP/1.1\nBad Name: 1\n\n`)).json()) as Exchange;
  expect(broken.response.status).toBe(400);
  expect(broken.trace).toMatchObject([
    { stage: 'syntax', outcome: 'failed', saw: 'a character that no header name has, in line 2' },
  ]);
  const large = (await (
    await send(`GET ${base}/ HTTP/1.1\nX-Long: ${'x'.repeat(20_000)}\n\n`)
  ).json()) as Exchange;
  expect(large.response.status).toBe(431);
  // No tunnel is made, and that is an answer too.
  const tunnel = (await (await send(`CONNECT ${base}/ HTTP/1.1\n\n`)).json()) as Exchange;
  expect(tunnel.response.status).toBe(405);
  const log = (await (await request.get(`/api/exchanges/first-401/${attempt}`)).json()) as Exchange[];
  expect(log.map(({ response }) => response.status)).toEqual([405, 431, 400, 401]);
});

test('the relay reaches nothing but its own attempt', async ({ request }) => {
  const { brief, base } = await readBrief(request, 'first-401');
  const refused = [
    { raw: 'GET / HTTP/1.1\n\n' },
    { raw: `GET /api/sandbox/first-401/somebody-else/ HTTP/1.1\n\n` },
    { raw: `GET ${base}x/ HTTP/1.1\n\n` },
    { raw: `GET http://elsewhere.example${base}/ HTTP/1.1\n\n` },
    { raw: `GET ${base}/ HTTP/1.1\nContent-Length: 0\n\nGET / HTTP/1.1\n\n` },
    { raw: `POST ${base}/ HTTP/1.1\nTransfer-Encoding: chunked\n\n0\n\nGET / HTTP/1.1\n\n` },
    { raw: `GET ${base}/ HTTP/1.1\nConnection: keep-alive\n\n` },
    { raw: `GET ${base}/ HTTP/1.1\nContent-Length : 3\nContent-Length: 0\n\nabc` },
    { raw: 'nonsense' },
    { raw: '' },
    { method: 'GET', path: 'elsewhere', fields: [] },
    { method: 'GET', path: '/', fields: [['X', 'a\r\nHost: b']] },
    { method: 'GET /', path: '/', fields: [] },
    { method: 'GET', path: '/ HTTP/1.1', fields: [] },
    { method: 'GET', path: '/', fields: 'none' },
    [],
    null,
  ];
  for (const data of refused) {
    const response = await request.post(brief.urls.relay, { data: JSON.stringify(data) });
    expect(response.status(), JSON.stringify(data)).toBe(400);
    expect(response.headers()['content-type']).toBe('application/problem+json');
  }
  const huge = await request.post(brief.urls.relay, { data: { raw: 'x'.repeat(70_000) } });
  expect(huge.status()).toBe(413);
});

test('the relay sends for no page of another site', async ({ request, page, baseURL }) => {
  const { brief, base, attempt } = await readBrief(request, 'first-401');
  const data = JSON.stringify({ raw: `GET ${base}/ HTTP/1.1\n\n` });
  for (const headers of [
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: baseURL ?? '' },
  ]) {
    const response = await request.post(brief.urls.relay, { data, headers });
    expect(response.status(), JSON.stringify(headers)).toBe(403);
  }
  // As a browser does it: text/plain needs no preflight (Fetch §4.8).
  await page.goto(`data:text/html,<title>elsewhere</title>`);
  await page.evaluate(
    ([url = '', body = '']) => fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => undefined),
    [brief.urls.relay, data],
  );
  expect(await (await request.get(`/api/exchanges/first-401/${attempt}`)).json()).toEqual([]);
  const own = await request.post(brief.urls.relay, { data, headers: { Origin: baseURL ?? '' } });
  expect(own.status()).toBe(200);
});

test('an exchange shows up live on the stream of its attempt alone', async ({ request }) => {
  const { brief, wallet } = await readBrief(request, 'first-401');
  const stream = httpGet(brief.urls.exchanges, { headers: { Accept: 'text/event-stream' } });
  const [opened] = (await once(stream, 'response')) as [IncomingMessage];
  expect(opened.headers['content-type']).toBe('text/event-stream');
  let heard = '';
  const solved = new Promise<void>((resolve) => {
    opened.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes('"solved":true')) resolve();
    });
  });
  const other = await readBrief(request, 'first-401');
  await request.get(other.brief.urls.resource);
  const credentials = basicCredentials(wallet.username ?? '', wallet.password ?? '');
  await request.get(brief.urls.resource, {
    headers: { Authorization: credentials, 'User-Agent': 'curl/7.88.1' },
  });
  await solved;
  stream.destroy();
  expect(heard.match(/^event: exchange$/gm)).toHaveLength(1);
  expect(heard).toContain('"client":"curl 7.88.1"');
});

test('a seventh stream of one attempt is refused, and closing one makes room', async ({ request }) => {
  const { brief } = await readBrief(request, 'first-401');
  const open = async () => {
    const stream = httpGet(brief.urls.exchanges, { headers: { Accept: 'text/event-stream' }, agent: false });
    const [response] = (await once(stream, 'response')) as [IncomingMessage];
    return { stream, status: response.statusCode };
  };
  const streams = [];
  for (let count = 0; count < 6; count += 1) streams.push(await open());
  expect(streams.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect((await open()).status).toBe(429);
  streams[0]?.stream.destroy();
  await expect.poll(async () => (await open()).status).toBe(200);
  for (const { stream } of streams) stream.destroy();
});

test('no Host and no forwarding field changes what the server calls itself', async ({ request }) => {
  const headers = {
    'X-Forwarded-Host': 'elsewhere.example',
    'X-Forwarded-Proto': 'https',
    Host: 'elsewhere.example',
  };
  const response = await request.get(`/api/briefs/open-bearer/${newAttempt()}`, { headers });
  expect(await response.text()).not.toContain('elsewhere');
});
