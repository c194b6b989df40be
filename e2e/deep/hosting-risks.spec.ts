/** What a stranger may try on a public server besides the exercises; docs/security.md lists all of it. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { newAttempt, readBrief } from '@/e2e/attempts';
import { startServer } from '@/e2e/programs';
import { started } from '@/e2e/started';
import { sendDraft, sendOctets } from '@/e2e/wire';
import { exerciseSlugs, loadExercise } from '@/lib/exercises';
import type { Exercise } from '@/lib/exercises/exercise';

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('nothing that a client names is fetched', async ({ baseURL, request }) => {
  const visits: string[] = [];
  const listener = createServer((visit, answer) => {
    visits.push(visit.url ?? '');
    answer.end('{}');
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const trap = `http://127.0.0.1:${port}`;
  const { wallet } = await readBrief(request, 'open-bearer');
  const [, body = '', signature = ''] = (wallet['reader-token'] ?? Object.values(wallet)[0] ?? '').split('.');
  const heads = [{ jku: `${trap}/jku` }, { x5u: `${trap}/x5u` }, { iss: trap, kid: `${trap}/kid` }];
  const claims = base64url({ iss: trap, sub: 'ada', aud: trap });
  const attempt = newAttempt();
  for (const slug of ['open-bearer', 'open-oauth', 'open-dpop']) {
    for (const head of heads) {
      for (const payload of [body, claims]) {
        const token = `${base64url({ alg: 'ES256', typ: 'at+jwt', ...head })}.${payload}.${signature}`;
        const fields = [
          ['Authorization', `Bearer ${token}`],
          ['Origin', trap],
          ['Referer', trap],
          ['Link', `<${trap}/link>; rel="blocked-by"`],
        ] as const;
        const answer = await sendDraft(
          baseURL ?? '',
          { method: 'GET', path: '/', fields },
          `/api/sandbox/${slug}/${attempt}`,
        );
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }
    }
  }
  const relay = `/api/relay/open-basic/${newAttempt()}`;
  for (const raw of [
    `GET ${trap}/raw HTTP/1.1`,
    `GET //127.0.0.1:${port}/raw HTTP/1.1`,
    `GET @127.0.0.1:${port}/ HTTP/1.1`,
  ]) {
    await request.post(relay, { data: { raw: `${raw}\nHost: 127.0.0.1:${port}\n\n` } });
  }
  for (const path of [
    `${trap}/path`,
    `//127.0.0.1:${port}/`,
    `/../../..//127.0.0.1:${port}/`,
    `@127.0.0.1:${port}/`,
  ]) {
    await request.post(relay, { data: { method: 'GET', path, fields: [] } });
  }
  expect(visits).toEqual([]);
  // The listener would have heard them.
  await fetch(`${trap}/proof`);
  expect(visits).toEqual(['/proof']);
  listener.close();
});

test('no request chooses where a redirect leads', async ({ baseURL }) => {
  const elsewhere = [
    '//evil.example',
    'https:evil.example',
    '/\\evil.example',
    '%2f%2fevil.example',
    'https://evil.example/',
  ];
  for (const slug of ['redirect-eats-authorization', 'open-session', 'cookie-not-sent', 'open-oauth']) {
    const at = `/api/sandbox/${slug}/${newAttempt()}`;
    for (const url of elsewhere) {
      for (const path of [
        `/start?next=${url}`,
        `/login?next=${url}&redirect_uri=${url}`,
        `/${url}`,
        `/start/${url}`,
      ]) {
        const fields = [
          ['X-Forwarded-Host', 'evil.example'],
          ['X-Original-URL', url],
          ['Referer', `https://evil.example/${url}`],
        ];
        const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        for (const method of ['GET', 'POST']) {
          const text = `${method} ${at}${path} HTTP/1.1\r\nHost: evil.example\r\n${head}Content-Length: 0\r\nConnection: close\r\n\r\n`;
          const answer = await sendOctets(baseURL ?? '', text);
          expect(answer.status, path).toBeLessThan(500);
          for (const location of answer.lines('Location')) expect(location, path).not.toContain('evil');
          for (const [name, value] of answer.fields) expect(`${name}: ${value}`, path).not.toContain('evil');
        }
      }
    }
  }
});

test('a login sets few cookies, small ones, whatever was sent', async ({ baseURL, request }) => {
  const { wallet, base } = await readBrief(request, 'open-session');
  const body = JSON.stringify({ username: wallet.username, password: wallet.password });
  const cookies = Array.from({ length: 90 }, (_, index) => `c${index}=${'x'.repeat(60)}`).join('; ');
  for (const extra of [[], [['Cookie', cookies]], [['Cookie', '__Host-sid=a; __Host-sid=b; evil=1']]]) {
    const fields = [['Content-Type', 'application/json'], ...extra] as [string, string][];
    const answer = await sendDraft(baseURL ?? '', { method: 'POST', path: '/login', fields, body }, base);
    const set = answer.lines('Set-Cookie');
    expect(answer.status).toBeLessThan(500);
    expect(set.length).toBeLessThanOrEqual(2);
    expect(set.join('\n').length).toBeLessThanOrEqual(4096);
    for (const line of set) expect(line).toMatch(/^__Host-[a-z]+=/);
  }
});

test('two credentials never share an answer, and nothing answers 304', async ({ baseURL, request }) => {
  const { wallet, base } = await readBrief(request, 'open-basic');
  const conditional = [
    ['If-None-Match', '*'],
    ['If-Modified-Since', 'Fri, 01 Jan 2100 00:00:00 GMT'],
    ['Cache-Control', 'only-if-cached'],
  ] as const;
  const asks = [
    [],
    [['Authorization', `Basic ${btoa(`${wallet.username}:${wallet.password}`)}`]],
    [['Authorization', `Basic ${btoa(`${wallet['reader-username']}:${wallet['reader-password']}`)}`]],
  ] as const;
  const bodies: string[] = [];
  for (const fields of asks) {
    const answer = await sendDraft(
      baseURL ?? '',
      { method: 'GET', path: '/', fields: [...fields, ...conditional] },
      base,
    );
    expect([200, 401]).toContain(answer.status);
    expect(answer.lines('Cache-Control').join()).toMatch(/^no-store\b/);
    for (const name of ['ETag', 'Age', 'Last-Modified', 'Expires']) expect(answer.lines(name)).toEqual([]);
    bodies.push(answer.body.replaceAll(/"[^"]*exchange[^"]*":"[^"]*"/g, ''));
  }
  expect(new Set(bodies).size).toBe(3);
});

test('the log of the server holds nothing that was sent', async () => {
  const marker = 'm4rk3d-s3cr3t';
  const server = await startServer({ REDIS_URL: '' });
  try {
    for (const slug of exerciseSlugs()) {
      const { cookies } = (await loadExercise(slug)) as Exercise;
      const fields = [
        ['Authorization', `Basic ${btoa(`${marker}:${marker}`)}`],
        [cookies ? 'Cookie' : 'X-API-Key', marker],
      ] as const;
      const draft = { method: 'POST', path: `/${marker}?${marker}`, fields, body: marker };
      const answer = await sendDraft(server.origin, draft, `/api/sandbox/${slug}/${newAttempt()}`);
      expect(answer.status).toBeLessThan(500);
    }
    for (const path of [
      `/${marker}`,
      `/%${marker}`,
      `/lessons/${marker}`,
      `/api/briefs/first-401/${marker}%`,
    ])
      await sendOctets(
        server.origin,
        `GET ${path} HTTP/1.1\r\nHost: a\r\nCookie: ${marker}\r\nConnection: close\r\n\r\n`,
      );
    expect(server.said()).toContain('Ready');
    expect(server.said()).not.toContain(marker);
    expect(server.said()).not.toContain(Buffer.from(marker).toString('base64').slice(0, 12));
  } finally {
    await server.kill();
  }
});

test('no field of a page lets the browser keep or fill in what a learner types', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible();
  const inputs = await page
    .locator('input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea')
    .all();
  expect(inputs.length).toBeGreaterThan(2);
  for (const input of inputs) await expect(input).toHaveAttribute('autocomplete', 'off');
});
