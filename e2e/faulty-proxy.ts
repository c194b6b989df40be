/** A server between the browser and Doorman that can be gone, slow, broken, or of another version. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Where the data of pages is served. It is named by its content, so that a new page asks for a new file. */
const pageData = '/_next/static/data/';

/** How it is right now; the tests change it. */
export interface Behaviour {
  state: 'well' | 'gone' | 'slow' | 'broken';
  /** The version that the worker, and the list of what it keeps, are given out as. */
  version?: string;
  /** Pages that are opened are of that version too, not the worker and the list alone. */
  newPages?: boolean;
  /** The pages of the offline copy; all, where none are named. The worker fetches them for half a minute. */
  copied?: readonly string[];
  /** A path that a captive portal answers in Doorman's place. */
  captive?: string;
}

export interface FaultyProxy {
  readonly url: string;
  readonly behaviour: Behaviour;
  /** That of the build behind it. */
  readonly version: string;
  /** Every path that was asked for, in order. */
  readonly asked: readonly string[];
  /** Breaks all connections off. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts the server in front of the one at `target`. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const behaviour: Behaviour = { state: 'well' };
  const files = await fetch(`${target}/offline/files`);
  const { version } = (await files.json()) as { version: string };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '/');
    answer(request, response, { target, behaviour, real: version }).catch(() => request.socket.destroy());
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    behaviour,
    version,
    asked,
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Behind {
  readonly target: string;
  readonly behaviour: Behaviour;
  readonly real: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { target, behaviour, real }: Behind,
) {
  const { url = '/', method = 'GET', headers } = request;
  if (behaviour.state === 'gone') {
    request.socket.destroy();
    return;
  }
  if (behaviour.state === 'broken') {
    response.writeHead(502).end('Bad gateway');
    return;
  }
  if (behaviour.state === 'slow') await new Promise((resolve) => setTimeout(resolve, 20_000));
  if (url === behaviour.captive) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in to the network</h1>');
    return;
  }
  const isPage = headers['sec-fetch-dest'] === 'document';
  const isData = url.startsWith(`${pageData}next-`);
  const renames =
    behaviour.version && (isPage ? behaviour.newPages : isData || /^\/(worker\.js|offline\/files)/.test(url));
  const passed = ['accept', 'rsc', 'content-type'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const got = await fetch(target + url.replace(`${pageData}next-`, pageData), {
    method,
    headers: passed,
    redirect: 'manual',
    signal: gone.signal,
  });
  if (got.headers.get('content-type') === 'text/event-stream' && got.body) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    await pipeline(Readable.fromWeb(got.body as ReadableStream), response);
    return;
  }
  const renamed = (text: string) =>
    text
      .replaceAll(real, behaviour.version ?? '')
      .replaceAll(pageData, isPage ? `${pageData}next-` : pageData);
  const octets = Buffer.from(await got.arrayBuffer());
  if (url === '/offline/files' && behaviour.copied) {
    const list = JSON.parse(octets.toString()) as { version: string; files: Record<string, string> };
    const isCopied = (path: string) => /\.\w+$/.test(path) || behaviour.copied?.includes(path);
    const files = Object.entries(list.files).filter(([path]) => !path.startsWith(pageData) && isCopied(path));
    const version = behaviour.version ?? list.version;
    response.end(JSON.stringify({ version, files: Object.fromEntries(files) }));
    return;
  }
  // The policy names inline scripts by hash, which a renamed page has no longer.
  const names = ['content-type', 'cache-control', ...(renames && isPage ? [] : ['content-security-policy'])];
  const fields = names.flatMap((name) => {
    const value = got.headers.get(name);
    return value ? [[name, value] as const] : [];
  });
  response
    .writeHead(got.status, Object.fromEntries(fields))
    .end(renames ? renamed(octets.toString()) : octets);
}
