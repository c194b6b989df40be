import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepare } from './before-framework';
import { lines, type RawAnswer, sendRaw } from './raw-client.fixtures';
import { wireOf } from './tap';

let server: Server;
let port = 0;
const compress = compression({ threshold: 0 });

beforeAll(async () => {
  // What the framework does with a page, behind the compression of next/server.mjs.
  server = createServer((request, response) => {
    prepare(wireOf(request, response), { policy: "default-src 'self'" });
    compress(request as never, response as never, () => {
      response.setHeader('ETag', request.url === '/weak' ? 'W/"tag"' : '"tag"');
      response.setHeader('Vary', 'rsc');
      if (request.headers['if-none-match']) {
        response.writeHead(304).end();
      } else {
        response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<p>hello</p>');
      }
    });
  });
  await once(server.listen(0), 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

const ask = (path: string, ...fields: string[]): Promise<RawAnswer> =>
  sendRaw(port, lines(`GET ${path} HTTP/1.1`, 'Host: localhost', ...fields));

it('marks the ETag weak that a page has in every content coding (RFC 9110 §8.8.3)', async () => {
  for (const path of ['/', '/weak']) {
    for (const coding of ['gzip', 'identity']) {
      expect((await ask(path, `Accept-Encoding: ${coding}`)).lines('ETag'), coding).toEqual(['W/"tag"']);
    }
  }
});

it('gives a 304 the ETag and the Vary that the 200 has (RFC 9110 §15.4.5)', async () => {
  const whole = await ask('/', 'Accept-Encoding: gzip');
  const unchanged = await ask('/', 'Accept-Encoding: gzip', 'If-None-Match: W/"tag"');
  expect([whole.status, unchanged.status]).toEqual([200, 304]);
  expect(whole.lines('Content-Encoding')).toEqual(['gzip']);
  for (const name of ['ETag', 'Vary']) expect(unchanged.lines(name), name).toEqual(whole.lines(name));
});
