// Installs what some tests drive (a Redis, a reverse proxy, clients of many kinds) where this is Debian and we may.
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { runToEnd } from './child.mjs';

/** Debian's packages, each with a file that shows that it is installed. */
const packages = {
  apache2: '/usr/sbin/apache2',
  curl: '/usr/bin/curl',
  httpie: '/usr/bin/http',
  nginx: '/usr/sbin/nginx',
  'python3-requests': '/usr/lib/python3/dist-packages/requests/__init__.py',
  'redis-server': '/usr/bin/redis-server',
  wget: '/usr/bin/wget',
};

/** While this file exists and says 101, no package starts the service that it brings (invoke-rc.d(8)). */
const policy = '/usr/sbin/policy-rc.d';

/**
 * Installs what is missing, all in one call. Where that cannot be done it says so, and the tests that need one of
 * them skip themselves by name. Looks at seven paths and no more where nothing is missing.
 */
export async function ensureDebianPackages() {
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  if (!missing.length || !existsSync('/usr/bin/apt-get')) return;
  const list = missing.join(' ');
  if (process.getuid?.() !== 0) {
    return console.log(`Tests with ${list} are skipped: install them with apt-get, or run this as root.`);
  }
  console.log(`Installing ${list} with apt-get for the tests …`);
  const forbade = forbidServices();
  try {
    const { code, output } = await install(missing);
    if (code !== 0) {
      console.log(output.trim().split('\n').slice(-3).join('\n'));
      console.log(`That did not work, so tests with ${list} are skipped.`);
    }
  } finally {
    if (forbade) rmSync(policy, { force: true });
  }
}

/** @param {readonly string[]} names */
async function install(names) {
  const options = /** @type {import('node:child_process').SpawnOptions} */ ({
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  // A closed network should be noticed soon.
  const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];
  await runToEnd('apt-get', [...patience, 'update'], options);
  return runToEnd('apt-get', [...patience, 'install', '--yes', '--no-install-recommends', ...names], options);
}

/** True where the policy was written here, and not by whoever keeps this machine. */
function forbidServices() {
  try {
    const file = openSync(policy, 'wx', 0o755);
    writeSync(file, '#!/bin/sh\nexit 101\n');
    closeSync(file);
    return true;
  } catch {
    return false;
  }
}
