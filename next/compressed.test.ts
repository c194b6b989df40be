import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressedAnswers, takesBrotli, writeCompressed } from './compressed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'doorman-compressed-'));
const text = 'console.log("text");'.repeat(100);
const script = '/_next/static/chunks/a.js';
let server: Server;
let origin = '';

beforeAll(async () => {
  writeFileSync(join(folder, 'a.js'), text);
  writeFileSync(join(folder, 'f.woff2'), 'face');
  writeCompressed(folder, [
    { pathname: script, file: join(folder, 'a.js') },
    { pathname: '/_next/static/media/f.woff2', file: join(folder, 'f.woff2') },
  ]);
  const answers = compressedAnswers(folder);
  server = createServer((request, response) => {
    if (!answers(request, response)) response.end('framework');
  }).listen(0);
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, coding: string, method = 'GET') =>
  fetch(origin + path, { method, headers: { 'Accept-Encoding': coding } });

test('a script of the build comes in Brotli, for ever, and reads as it was', async () => {
  const response = await get(`${script}?dpl=1`, 'gzip, deflate, br, zstd');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(await response.text()).toBe(text);
});

test('HEAD says the same without content', async () => {
  const [head, whole] = [await get(script, 'br', 'HEAD'), await get(script, 'br')];
  expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'));
  expect(await head.text()).toBe('');
});

test.each([
  [script, 'gzip'],
  [script, 'br;q=0, gzip'],
  ['/_next/static/media/f.woff2', 'br'],
  ['/_next/static/chunks/../../../a.js', 'br'],
  ['/__proto__', 'br'],
])('%s for %s is left to the framework', async (path, coding) => {
  expect(await (await get(path, coding)).text()).toBe('framework');
});

describe('Accept-Encoding', () => {
  test.each(['br', 'gzip, br', 'br;q=0.5', 'BR ; q=1.0, *;q=0'])('%s takes Brotli', (value) => {
    expect(takesBrotli(value)).toBe(true);
  });
  test.each(['', 'gzip', '*', 'br;q=0', 'br;q=0.000', 'brotli', 'xbr'])(
    '“%s” does not ask for it',
    (value) => {
      expect(takesBrotli(value)).toBe(false);
    },
  );
});
