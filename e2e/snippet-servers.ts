/** Server snippets in a world of their own: ports and folders are those of the test, all else stands as printed. */
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Program, startApache, startNginx, startNode, startPython } from './programs';

/** ada with the password `open sesame`, as htpasswd writes it. */
const passwords = 'ada:{SHA}W8r/fyL/UzygmbNAjq2HbA67qac=\n';
const echo = '#!/bin/sh\necho "Content-Type: text/plain"\necho\nenv\n';
const modules = [
  ...['mpm_prefork', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'alias', 'cgi'],
  ...['dir', 'headers', 'rewrite', 'setenvif'],
];

/** Starts the snippet `file`, and what nginx passes requests on to: a server that answers with the fields it got. */
export async function startSnippet(
  kind: 'node' | 'nginx' | 'apache' | 'python',
  file: string,
): Promise<Program> {
  const port = await freePort();
  if (kind === 'node') return startNode(file, port);
  if (kind === 'python') return startPython(file, port);
  const folder = world();
  const upstream = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await once(upstream.listen(0, '127.0.0.1'), 'listening');
  const text = readFileSync(file, 'utf8')
    .replaceAll('listen 8080;', `listen 127.0.0.1:${port};`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${(upstream.address() as AddressInfo).port}`)
    .replaceAll(/\/etc\/(nginx|apache2)\//g, `${folder}/`)
    .replaceAll(/\/(srv|usr\/lib\/cgi-bin)/g, `${folder}/$1`);
  const conf = join(folder, 'conf');
  writeFileSync(conf, kind === 'nginx' ? aroundNginx(text, folder) : aroundApache(text, folder, port));
  const program = await (kind === 'nginx' ? startNginx : startApache)(conf, port);
  return {
    port,
    async kill() {
      await program.kill();
      upstream.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder with what the snippets name: passwords, two pages and a CGI program that prints its environment. */
function world(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-snippet-'));
  // Apache reads as www-data where it was started by root.
  chmodSync(folder, 0o755);
  for (const place of ['srv/drafts', 'srv/shelf', 'usr/lib/cgi-bin']) {
    mkdirSync(join(folder, place), { recursive: true });
  }
  writeFileSync(join(folder, 'passwords'), passwords);
  writeFileSync(join(folder, 'srv/drafts/index.html'), 'drafts\n');
  writeFileSync(join(folder, 'srv/shelf/index.html'), 'shelf\n');
  writeFileSync(join(folder, 'usr/lib/cgi-bin/echo'), echo);
  chmodSync(join(folder, 'usr/lib/cgi-bin/echo'), 0o755);
  return folder;
}

const isRoot = process.getuid?.() === 0;

/** What a distribution's own nginx.conf would put around it. */
function aroundNginx(text: string, folder: string): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return `${isRoot ? 'user root root;' : ''} pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events {} http { access_log off; ${paths.join(' ')} ${text} }`;
}

/** What Debian's apache2.conf would put around it. */
function aroundApache(text: string, folder: string, port: number): string {
  return `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Mutex file:${folder}
Listen 127.0.0.1:${port}
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${isRoot ? 'User www-data\nGroup www-data' : ''}
StartServers 1
DocumentRoot ${folder}/srv
DirectoryIndex index.html
ScriptAlias /cgi-bin/ ${folder}/usr/lib/cgi-bin/
<Directory ${folder}>
Require all granted
</Directory>
${text}`;
}
