// Installs a stack's packages, looks up their versions, and starts and ends its program.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBackend } from './backend.mjs';
import { exchange } from './wire.mjs';

/** Something about a stack that keeps it from being recorded, as a sentence. */
export class Trouble extends Error {}

/**
 * Makes sure that what the stack needs is there. Throws a Trouble where it is not.
 * @param {import('./declaration.mjs').Stack} stack
 */
export function install({ folder, from, packages, needs, prepare }) {
  const missing = [...(from === 'debian' ? packages : []), ...needs].filter((name) => !debianVersion(name));
  if (missing.length)
    throw new Trouble(
      `Debian's ${missing.join(', ')} is not installed: apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  if (from !== 'npm') return;
  const lockfile = join(folder, 'package-lock.json');
  if (!existsSync(lockfile))
    throw new Trouble('It has no package-lock.json: run npm install in its folder once.');
  const lock = readFileSync(lockfile);
  const stamp = join(folder, 'node_modules', '.installed');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (prepare) run(prepare[0] ?? '', prepare.slice(1), folder);
  writeFileSync(stamp, hash);
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Trouble(`${command} ${args.join(' ')} failed:\n${`${stdout}${stderr}`.trim().slice(-1500)}`);
}

/** @param {string} name */
function debianVersion(name) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills it in
  const format = '${db:Status-Status} ${Version}';
  const { status, stdout } = spawnSync('dpkg-query', ['-W', '-f', format, name], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.startsWith('installed ') ? stdout.slice('installed '.length) : undefined;
}

/**
 * The versions of what answers, by package. Node.js stands there with its major version alone.
 * @param {import('./declaration.mjs').Stack} stack
 */
export function versionsOf({ folder, from, packages }) {
  const found = packages.map((name) => [
    name,
    from === 'debian'
      ? debianVersion(name)
      : JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version,
  ]);
  return Object.fromEntries(
    from === 'npm' ? [...found, ['Node.js', process.versions.node.split('.')[0]]] : found,
  );
}

/** A port that nothing uses. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createSocket();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts the program of a variant and resolves once it answers.
 * @param {import('./declaration.mjs').Stack} stack
 * @param {string} variant
 */
export async function start(stack, variant) {
  const dir = mkdtempSync(join(tmpdir(), 'stack-'));
  // Some servers give up their rights, and have to read their files all the same.
  chmodSync(dir, 0o755);
  const backend = stack.backend ? await startBackend() : undefined;
  const port = await freePort();
  /** @type {Record<string, string>} */
  const values = {
    PORT: String(port),
    DIR: dir,
    BACKEND: String(backend?.port ?? ''),
    VARIANT: variant,
    FOLDER: stack.folder,
  };
  const fill = (/** @type {string} */ text) =>
    text.replace(/\$\{(PORT|DIR|BACKEND|VARIANT|FOLDER)\}/g, (_, name) => values[name] ?? '');
  for (const name of stack.templates) {
    const source = [`${name}.${variant}`, name].find((file) => existsSync(join(stack.folder, file))) ?? name;
    writeFileSync(join(dir, name), fill(readFileSync(join(stack.folder, source), 'utf8')));
  }
  const [command = '', ...args] = stack.run.map(fill);
  const log = join(dir, 'log');
  const output = openSync(log, 'w');
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...process.env,
    NODE_ENV: 'production',
    LC_ALL: 'C.UTF-8',
    ...values,
    ...mapValues(stack.env, fill),
    ...mapValues(stack.variants[variant]?.env ?? {}, fill),
  });
  const child = spawn(command, args, {
    cwd: stack.folder,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  const stop = async () => {
    if (child.pid) {
      signal(child.pid, 'SIGTERM');
      for (let tries = 0; tries < 30 && !ended; tries++) await wait(100);
      signal(child.pid, 'SIGKILL');
    }
    backend?.close();
    rmSync(dir, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300 && !ended; tries++) {
    await wait(200);
    const answer = await exchange(
      port,
      'GET / HTTP/1.1\r\nHost: stacks.example\r\nConnection: close\r\n\r\n',
      5000,
    ).catch(() => null);
    if (answer) return { port, stop };
  }
  const said = readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n');
  await stop();
  throw new Trouble(`${variant}: it ${ended ? 'ended' : 'does not answer'}.\n${said}`);
}

/** Ends a program with all that it started. @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

/** @param {Record<string, string>} record @param {(text: string) => string} change */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
