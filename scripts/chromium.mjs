// Finds a Chromium for the browser tests, or gets one. A headless shell before all others: the same engine without a
// browser's own windows, which take two thirds of the processor's time of a test.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from './child.mjs';
import { packages } from './paths.mjs';
import { Stop } from './stop.mjs';

const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
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

/** True where Playwright has a shell of its own that starts. Only Playwright knows where it lies. */
async function playwrightHasOne() {
  const { chromium } = await import('playwright');
  try {
    const browser = await chromium.launch();
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs that is on the PATH and starts.
 * @param {readonly string[]} names
 * @param {readonly string[]} [elsewhere]
 */
async function installed(names, elsewhere = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  for (const path of paths) if (await works(path)) return path;
  return undefined;
}

async function downloaded() {
  console.log('Playwright downloads a Chromium …');
  const program = join(packages, 'playwright', 'cli.js');
  const { code } = await runToEnd(process.execPath, [program, 'install', '--only-shell', 'chromium'], {
    stdio: ['ignore', process.stdout.isTTY ? 'inherit' : 'pipe', 'pipe'],
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return code === 0 && playwrightHasOne();
}

/** A Chromium or Chrome with windows, where one is installed or can be had: some figures differ from a headless shell's. */
export async function findWholeChromium() {
  return (await installed(browsers, applications)) ?? fromDebian('chromium');
}

/** @param {string} name A package of Debian's with a program of the same name. */
async function fromDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log(`Installing the package ${name} with apt-get …`);
  const options = { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runToEnd('apt-get', ['update'], options);
  const { code, output } = await runToEnd(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', name],
    options,
  );
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
  return installed([name]);
}

/**
 * What to hand to Playwright as the place of a Chromium that starts: the program that DOORMAN_CHROMIUM names, or
 * nothing where Playwright has its own; else a headless shell that is installed or can be had, else any Chromium.
 * Throws a Stop that says what to install where there is none.
 * @returns {Promise<{ executablePath?: string }>}
 */
export async function ensureChromium() {
  const named = process.env.DOORMAN_CHROMIUM;
  if (named) {
    if (await works(named)) return { executablePath: named };
    throw new Stop(`DOORMAN_CHROMIUM names ${named}, and that does not start as a Chromium.`);
  }
  if (await playwrightHasOne()) return {};
  const shell = await installed(shells);
  if (shell) return { executablePath: shell };
  if (await downloaded()) return {};
  const executablePath =
    (await fromDebian('chromium-headless-shell')) ??
    (await installed(browsers, applications)) ??
    (await fromDebian('chromium'));
  if (executablePath) return { executablePath };
  throw new Stop(
    'The browser tests need a Chromium: run `npx playwright install --with-deps --only-shell chromium`, or install Chromium or Chrome, or name one with DOORMAN_CHROMIUM.',
  );
}
