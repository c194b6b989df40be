// A sandbox for the tests of components: the front door and the routes of the API over real HTTP, without the framework.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { TestProject } from 'vitest/node';
import * as briefs from '@/app/api/briefs/[exercise]/[attempt]/route';
import * as exchange from '@/app/api/exchanges/[exercise]/[attempt]/[id]/route';
import * as exchanges from '@/app/api/exchanges/[exercise]/[attempt]/route';
import * as relay from '@/app/api/relay/[exercise]/[attempt]/route';
import { answerWire } from '@/lib/sandbox/answer-wire';
import { frontDoor } from '@/lib/sandbox/front-door';
import { memoryStore } from '@/lib/store/memory';
import { takeOver } from '@/lib/wire/take-over';
import { testSecret } from './scripts/paths.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sandbox is served. */
    origin: string;
  }
}

type Context = { params: Promise<{ exercise: string; attempt: string; id: string }> };
type Route = (request: Request, context: Context) => Promise<Response>;
const routes: Readonly<Record<string, Route | undefined>> = {
  'GET briefs': briefs.GET,
  'GET exchange': exchange.GET,
  'GET exchanges': exchanges.GET,
  'POST relay': relay.POST,
};

/** Answers as the framework's router would. */
async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const [, , folder = '', exercise = '', attempt = '', id = ''] = url.split('/');
  const kind = folder === 'exchanges' && id ? 'exchange' : folder;
  const handle = routes[`${method} ${kind}`];
  if (!handle) return void response.writeHead(404).end();
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const content = method === 'POST' ? { body: Readable.toWeb(request) as BodyInit, duplex: 'half' } : {};
  const asked = new Request(`http://${headers.host}${url}`, {
    method,
    headers: headers as Record<string, string>,
    signal: gone.signal,
    ...content,
  });
  const answer = await handle(asked, { params: Promise.resolve({ exercise, attempt, id }) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => {});
  else response.end();
}

/** Starts the server before the tests, gives them its origin, and ends it after them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const shared = globalThis as { [key: symbol]: unknown };
  shared[Symbol.for('doorman.store')] = memoryStore();
  const server = createServer(
    { requireHostHeader: false },
    (request, response) => void route(request, response),
  );
  takeOver(server, frontDoor({ policy: "default-src 'self'", open: false, sandbox: answerWire }), false);
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo;
  // The relay asks this server, and credentials come of the secret.
  Object.assign(process.env, { PORT: String(port), DOORMAN_SECRET: testSecret });
  project.provide('origin', `http://localhost:${port}`);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
