import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { answers, serverEnvironment } from './server.mjs';

/** What `answers` says of a server that says `body` of its health. */
async function isOurs(body: string): Promise<boolean> {
  const server = createServer((_request, response) => response.end(body)).listen(0, 'localhost');
  await once(server, 'listening');
  const isThere = await answers((server.address() as AddressInfo).port);
  server.closeAllConnections();
  server.close();
  return isThere;
}

test('a server that was quicker to take the port is not taken for the one that was started', async () => {
  process.env.DOORMAN_SECRET ??= 'any';
  const { DOORMAN_INSTANCE: instance } = serverEnvironment('production');
  expect(await isOurs(JSON.stringify({ status: 'live', instance }))).toBe(true);
  expect(await isOurs('{"status":"live","instance":"another"}')).toBe(false);
  expect(await isOurs('{"status":"live"}')).toBe(false);
  expect(await isOurs('<h1>Something else</h1>')).toBe(false);
  expect(await answers(1)).toBe(false);
});
