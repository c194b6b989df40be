/** A real forward proxy to this server's own sandbox. The sandbox judges its credentials; it never asks elsewhere. */
import { createServer, request as open, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Field } from '@/lib/http-auth/message';
import { pairs } from './field-lines';
import { fronts, proxyListens } from './front';
import { type OwnName, proxyTarget } from './proxy-target';
import { refuse, refuseCoding, refuseSocket } from './refuse';
import { type Wire, wireOf } from './tap';
import { refuseUnreadable } from './unreadable';

/** Fields of one connection, besides those that Connection names (RFC 9110 §7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
const timeoutMs = 15_000;

/**
 * Listens on `port`. A port that is taken leaves the server without a proxy, and `say` hears why.
 * `own` tells what this server is called, each time it is needed.
 */
export function startProxy(
  port: number,
  serverName: () => OwnName,
  report: (sentence: string) => void,
): Server {
  const server = createServer((request, response) => {
    if (refuseCoding(request, response)) return;
    const wire = wireOf(request, response);
    const target = proxyTarget(wire.target, serverName());
    if (!target.ok) return refuse(response, target.status, target.detail);
    passOn(wire, target, serverName().port);
  });
  refuseUnreadable(server);
  // A tunnel could lead anywhere.
  server.on('connect', (_request, socket) => {
    refuseSocket(socket, 501, 'This proxy makes no tunnels: it passes on http requests.');
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${error.code})`;
    report(`There is no proxy: port ${port} ${why}. PROXY_PORT names another.`);
  });
  const listens = () => proxyListens((server.address() as AddressInfo).port);
  server.listen(port, process.env.HOST || undefined, listens);
  return server;
}

/** Passes a request on to the server itself, on a connection that shows the sandbox what was asked here. */
function passOn(
  { request, response, ...front }: Wire,
  { host, path }: { host: string; path: string },
  port: number,
) {
  const fields = endToEnd(pairs(request.rawHeaders), ['host', 'proxy-authorization']);
  const framing: Field[] = 'transfer-encoding' in request.headers ? [['Transfer-Encoding', 'chunked']] : [];
  const via: Field = ['Via', `${request.httpVersion} doorman`];
  const headers = [['Host', host], ...fields, ...framing, via, ['Connection', 'close']].flat();
  const { method } = front;
  const onward = open({ host: onwardHost(), port, method, path, headers, agent: false, timeout: timeoutMs });
  let localPort = 0;
  onward.on('socket', (socket) => {
    socket.once('connect', () => {
      localPort = socket.localPort ?? 0;
      fronts().set(localPort, { request, response, ...front });
    });
    socket.once('close', () => fronts().delete(localPort));
  });
  onward.on('response', (answer) => {
    const fields = endToEnd(pairs(answer.rawHeaders), []);
    // What is refused with 407 comes from the proxy, and went through none.
    const passed: Field[] = answer.statusCode === 407 ? [] : [['Via', '1.1 doorman']];
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, [...fields, ...passed].flat());
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.on('timeout', () => onward.destroy());
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, 'The server behind this proxy did not answer.');
  });
  request.on('error', () => onward.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** Where this process reaches its own server: at the address that it is bound to. */
function onwardHost(): string {
  const { HOST } = process.env;
  return HOST && HOST !== '0.0.0.0' && HOST !== '::' ? HOST : 'localhost';
}

/** The field lines that are meant for the other end. */
function endToEnd(fields: readonly Field[], besides: readonly string[]): Field[] {
  const named = fields
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((text) => text.trim().toLowerCase()));
  const dropped = new Set([...hopByHop, ...named, ...besides]);
  // Without it the end of the content could not be found.
  dropped.delete('content-length');
  return fields.filter(([name]) => !dropped.has(name.toLowerCase()));
}
