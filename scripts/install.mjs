// Installs the packages of package-lock.json, but only where they are not installed yet.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { nextProgram, packages, root } from './paths.mjs';
import { Stop } from './stop.mjs';

const lockfile = join(root, 'package-lock.json');
const stamp = join(packages, '.doorman-installed');
/** npm writes it at the end of every installation. */
const npmsOwnStamp = join(packages, '.package-lock.json');

/** What an installation depends on: the lockfile, and the machine for packages with native parts. */
function lockedVersions() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${hash} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
}

function isInstalled() {
  if (!existsSync(nextProgram)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockedVersions();
  return existsSync(npmsOwnStamp) && statSync(npmsOwnStamp).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** npm as the person runs it, so that its settings hold; found on the path where a script is run without npm. */
function npm() {
  const program = process.env.npm_execpath;
  if (program && /\.[cm]?js$/.test(program)) return { command: process.execPath, before: [program] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [] };
}

const unreachable =
  /^(E5\d\d|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/;

/** @param {string} printed What npm printed */
function errorCode(printed) {
  return /npm (?:error|ERR!) code (\S+)/.exec(printed)?.[1] ?? '';
}

/**
 * The sentence for an installation that failed, from what npm printed.
 * @param {string} printed
 */
export function failure(printed) {
  const code = errorCode(printed);
  if (!unreachable.test(code)) {
    return `The packages could not be installed${code && ` (${code})`}; npm's reason stands above.`;
  }
  const registry = /https?:\/\/[^/\s]+/.exec(printed)?.[0];
  const name = registry ? `The package registry ${registry}` : 'The package registry';
  return `${name} cannot be reached (${code}), so the packages could not be installed: check the network or the proxy, then try again.`;
}

/** @param {readonly string[]} args @param {string} folder */
function runNpm(args, folder) {
  const { command, before } = npm();
  const shell = command === 'npm.cmd';
  return runToEnd(command, [...before, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], shell });
}

/**
 * Lets npm install, from its cache where the registry cannot be reached.
 * Throws a Stop where that fails, with one sentence if it failed for want of the registry.
 * @param {readonly string[]} args
 * @param {string} folder
 */
export async function installPackages(args, folder) {
  // Without a network npm would try every package for minutes: ask once, then make do with npm's cache.
  const ping = await runNpm(
    ['ping', '--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-timeout=15000'],
    folder,
  );
  if (ping.code === 127) throw new Stop('npm is not on the path, and it is needed to install the packages.');
  const offline = ping.code !== 0 && unreachable.test(errorCode(ping.output));
  const { code, output } = await runNpm(
    [...args, '--no-audit', '--no-fund', '--loglevel=error', offline ? '--offline' : '--prefer-offline'],
    folder,
  );
  if (code === 0) return;
  const sentence = failure(offline ? ping.output : output);
  if (sentence.endsWith('above.')) console.error(output.trim());
  throw new Stop(sentence);
}

/** Makes sure that node_modules is what package-lock.json says. Throws a Stop where that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  await installPackages(['ci', '--include=dev'], root);
  writeFileSync(stamp, lockedVersions());
}
