// Finds a Chromium for the browser tests, or gets one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from './child.mjs';
import { packages } from './paths.mjs';
import { Stop } from './stop.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const quiet = /** @type {import('node:child_process').SpawnOptions} */ ({
  stdio: ['ignore', 'pipe', 'pipe'],
});

/**
 * True where the program starts: a download may lack the system's libraries, a package may be an empty shell.
 * @param {string} path
 */
async function works(path) {
  if (!existsSync(path)) return false;
  // On Windows the question for the version would open a window.
  if (process.platform === 'win32') return true;
  const { code, output } = await runToEnd(path, ['--version'], { ...quiet, timeout: 30_000 });
  return code === 0 && /\d+\.\d+\./.test(output);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/** @param {readonly string[]} paths */
async function firstThatWorks(paths) {
  for (const path of paths) if (await works(path)) return path;
  return undefined;
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return firstThatWorks([
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ]);
}

async function downloaded() {
  console.log('No Chromium is installed; Playwright downloads one …');
  const program = join(packages, 'playwright', 'cli.js');
  const { code } = await runToEnd(process.execPath, [program, 'install', '--no-shell', 'chromium'], {
    stdio: ['ignore', process.stdout.isTTY ? 'inherit' : 'pipe', 'pipe'],
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return code === 0 ? firstThatWorks([await playwrightsOwn()]) : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('That did not work; installing the package chromium with apt-get …');
  const options = { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runToEnd('apt-get', ['update'], options);
  const { code, output } = await runToEnd(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', 'chromium'],
    options,
  );
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
  return installed();
}

/**
 * The path of a Chromium that starts: DOORMAN_CHROMIUM, Playwright's own, an installed one, one that is
 * downloaded, Debian's package. Throws a Stop that says what to install where there is none.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const named = process.env.DOORMAN_CHROMIUM;
  if (named) {
    if (await works(named)) return named;
    throw new Stop(`DOORMAN_CHROMIUM names ${named}, and that does not start as a Chromium.`);
  }
  const found =
    (await firstThatWorks([await playwrightsOwn()])) ??
    (await installed()) ??
    (await downloaded()) ??
    (await fromDebian());
  if (found) return found;
  throw new Stop(
    'The browser tests need a Chromium: install Chromium or Chrome, or run `npx playwright install --with-deps chromium`, or name one with DOORMAN_CHROMIUM.',
  );
}
