/** What Node's own fetch sends after a redirect, beside what the practice says. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RedirectExchange, redirectRuling } from './redirects';

const seen: IncomingMessage[] = [];
const servers: Server[] = [];
let [here, there] = ['', ''];

async function listen(): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(request);
    const [, status, location] = /^\/from\/(\d+)\?(.*)$/.exec(request.url ?? '') ?? [];
    if (status) response.writeHead(Number(status), { location: decodeURIComponent(location ?? '') });
    response.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  here = await listen();
  there = await listen();
});
afterAll(() => {
  for (const server of servers) server.close();
});

const cases = (['POST', 'PUT', 'DELETE'] as const).flatMap((method) =>
  ([301, 302, 303, 307, 308] as const).flatMap((status) =>
    ['a path', 'this origin', 'another port', 'another host'].map(
      (where) => [method, status, where] as const,
    ),
  ),
);

test.each(cases)('%s, then %i to %s (RFC 9110 §15.4)', async (method, status, where) => {
  const places: Readonly<Record<string, string>> = {
    'a path': '/to',
    'this origin': `${here}/to`,
    'another port': `${there}/to`,
    'another host': `${here.replace('127.0.0.1', 'localhost')}/to`,
  };
  const location = places[where] ?? '';
  const url = `${here}/from/${status}?${encodeURIComponent(location)}`;
  const authorization = 'Bearer tok-heron-41';
  seen.length = 0;
  await fetch(url, { method, headers: { authorization }, ...(method !== 'DELETE' && { body: 'x' }) });
  const next = seen.at(-1);
  expect(next?.url).toBe('/to');
  const exchange: RedirectExchange = { kind: 'redirects', method, url, authorization, status, location };
  const way = next?.method === method ? 'same' : 'get';
  expect(redirectRuling(exchange).outcome).toBe(`${way}-${next?.headers.authorization ? 'with' : 'without'}`);
});
