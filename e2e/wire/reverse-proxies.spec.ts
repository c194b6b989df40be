/** What reverse proxies do to headers, as the lesson on proxies says: each with the shortest configuration that passes everything on. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, has, startListening } from '@/e2e/programs';

interface Proxy {
  /** As the head of the table names it, before its version. */
  readonly name: string;
  readonly command: string;
  readonly version: string;
  readonly args: (conf: string) => readonly string[];
  readonly conf: (port: number, upstream: number, folder: string) => string;
}

const modules = '/usr/lib/apache2/modules';
const proxies: readonly Proxy[] = [
  {
    name: 'nginx',
    command: 'nginx',
    version: '-v',
    args: (conf) => ['-c', conf, '-g', 'daemon off;'],
    conf: (
      port,
      upstream,
      folder,
    ) => `pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
      server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${upstream}; } } }`,
  },
  {
    name: 'Apache',
    command: 'apache2',
    version: '-v',
    args: (conf) => ['-f', conf, '-DFOREGROUND'],
    conf: (port, upstream, folder) => `ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Mutex file:${folder}
ServerName localhost
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'proxy', 'proxy_http'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
ProxyPass / http://127.0.0.1:${upstream}/
`,
  },
  {
    name: 'Caddy',
    command: 'caddy',
    version: 'version',
    args: (conf) => ['run', '--config', conf, '--adapter', 'caddyfile'],
    conf: (port, upstream) =>
      `{\n admin off\n}\nhttp://localhost:${port} {\n reverse_proxy 127.0.0.1:${upstream}\n}\n`,
  },
  {
    name: 'HAProxy',
    command: 'haproxy',
    version: '-v',
    args: (conf) => ['-f', conf],
    conf: (port, upstream) => `defaults
 mode http
 timeout connect 5s
 timeout client 5s
 timeout server 5s
frontend in
 bind 127.0.0.1:${port}
 default_backend out
backend out
 server app 127.0.0.1:${upstream}
`,
  },
];

const sent: readonly (readonly [name: string, value: string])[] = [
  ['api_key', 'toy'],
  ['Authorization', 'Bearer toy'],
  ['X-User', 'ada'],
  ['X-Forwarded-For', '1.2.3.4'],
  ['X-Forwarded-Proto', 'https'],
  ['X-Note', 'hello'],
];

/** The cells of the table below a proxy's name, by the header that its row begins with. */
function cellsOf(name: string): Map<string, string> {
  const text = readFileSync('content/lessons/240-proxies-that-strip-and-rename/lesson.mdx', 'utf8');
  const rows =
    text.match(/^\|.*\|$/gm)?.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ) ?? [];
  const [head, , ...body] = rows;
  const column = head?.findIndex((cell) => cell.startsWith(name)) ?? -1;
  return new Map(
    body.map((cells) => [
      /`([\w-]+)/.exec(cells[0] ?? '')?.[1] ?? '',
      (cells[column] ?? '').replaceAll('*', ''),
    ]),
  );
}

/** Sends the request of the table over a socket of its own, and returns what the server behind `port` received. */
async function received(port: number): Promise<readonly string[]> {
  const socket = connect(port, '127.0.0.1');
  const lines = sent.map(([name, value]) => `${name}: ${value}`);
  socket.write(
    ['GET / HTTP/1.1', `Host: localhost:${port}`, 'Connection: close, X-Note', ...lines, '', ''].join('\r\n'),
  );
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await once(socket, 'close');
  return JSON.parse(/\[.*\]/.exec(text)?.[0] ?? '[]') as string[];
}

for (const { name, command, version, args, conf } of proxies) {
  test(`${name} passes on, drops and replaces what the lesson says`, async () => {
    test.skip(!has(command, version), `${command} is not installed`);
    const echo = createServer((request, response) => response.end(JSON.stringify(request.rawHeaders)));
    await once(echo.listen(0, '127.0.0.1'), 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'doorman-proxy-'));
    const port = await freePort();
    const file = join(folder, 'conf');
    writeFileSync(file, conf(port, (echo.address() as AddressInfo).port, folder));
    const program = await startListening(command, args(file), port, { HOME: folder, XDG_DATA_HOME: folder });
    try {
      const raw = await received(port);
      expect(raw.length).toBeGreaterThan(0);
      const pairs = raw.flatMap((text, at) =>
        at % 2 ? [] : [[text.toLowerCase(), raw[at + 1] ?? ''] as const],
      );
      const happened = (header: string, before: string) => {
        const now = pairs.find(([lower]) => lower === header.toLowerCase())?.[1];
        if (now === undefined) return 'gone';
        if (now === before) return 'passed';
        return now.startsWith(`${before}, `) ? 'address added' : 'replaced';
      };
      const cells = cellsOf(name);
      for (const [header, before] of [...sent, ['Host', `localhost:${port}`] as const]) {
        const cell = cells.get(header)?.replace(/^(?:dropped|removed)$/, 'gone');
        expect.soft(happened(header, before), `${name}: ${header}`).toBe(cell);
      }
    } finally {
      await program.kill();
      echo.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
