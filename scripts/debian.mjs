// Installs what some tests drive (a Redis, a reverse proxy, clients and browsers of many kinds) where this is Debian.
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { runToEnd } from './child.mjs';
import { Stop } from './stop.mjs';

/** Debian's packages, each with a file that shows that it is installed. */
const packages = {
  apache2: '/usr/sbin/apache2',
  curl: '/usr/bin/curl',
  'firefox-esr': '/usr/bin/firefox-esr',
  httpie: '/usr/bin/http',
  nginx: '/usr/sbin/nginx',
  'python3-requests': '/usr/lib/python3/dist-packages/requests/__init__.py',
  'redis-server': '/usr/bin/redis-server',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  wget: '/usr/bin/wget',
  xvfb: '/usr/bin/Xvfb',
};

/** While this file exists and says 101, no package starts the service that it brings (invoke-rc.d(8)). */
const policy = '/usr/sbin/policy-rc.d';

/**
 * Installs what is missing, all in one call. Throws a Stop that says what to do where that cannot be done; the tests
 * that need one of them skip themselves by name.
 */
export async function installDebianPackages() {
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  const list = missing.join(' ');
  if (!missing.length) return console.log('Everything that tests drive is installed.');
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Stop(
      `This is no Debian: install what you can of ${list}. Tests skip themselves where one is missing.`,
    );
  }
  if (process.getuid?.() !== 0) throw new Stop(`Only root may install them: sudo apt-get install ${list}`);
  console.log(`Installing ${list} with apt-get …`);
  const forbade = forbidServices();
  try {
    const { code, output } = await install(missing);
    if (code === 0) return;
    console.error(output.trim().split('\n').slice(-3).join('\n'));
    throw new Stop(`apt-get did not install ${list}; the tests with them are skipped.`);
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
  const limits = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];
  await runToEnd('apt-get', [...limits, 'update'], options);
  return runToEnd('apt-get', [...limits, 'install', '--yes', '--no-install-recommends', ...names], options);
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
