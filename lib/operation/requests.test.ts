import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchRequests } from './requests';

const requests = watchRequests(
  () => {},
  () => false,
);
let server: Server;
let port = 0;
beforeEach(async () => {
  server = createServer((_request, response) => response.end('here'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  // A server is known by its first request.
  await (await fetch(`http://127.0.0.1:${port}`)).text();
});
afterEach(() => server.closeAllConnections());

async function connected(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const taken = once(server, 'connection');
  await Promise.all([once(socket, 'connect'), taken]);
  return socket;
}

it('answers on a connection that was made before it closed, and takes no new one', async () => {
  const fresh = await connected();
  requests.close();
  fresh.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [answer] = await once(fresh, 'data');
  expect(String(answer)).toContain('200 OK');
  const late = connect(port, '127.0.0.1');
  const [error] = await once(late, 'error');
  expect(error.code).toBe('ECONNREFUSED');
});

it('ends a connection on which nothing runs after a request', async () => {
  const used = await connected();
  used.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(used, 'data');
  await expect.poll(() => requests.running()).toBe(0);
  const ended = once(used, 'close');
  requests.close();
  await ended;
});
