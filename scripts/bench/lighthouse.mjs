// The score that people look up: Lighthouse, mobile, performance, as a whole browser and as a headless shell give it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../child.mjs';
import { installPackages } from '../install.mjs';
import { privateFolder } from '../paths.mjs';
import { Stop } from '../stop.mjs';

/** The last that supports Node.js 20, as Doorman does. */
const versions = { lighthouse: '12.8.2' };

const folder = join(privateFolder, 'lighthouse');
const stamp = join(folder, 'installed');

/** Installs it where it is not yet. Throws a Stop where that fails. */
export async function installLighthouse() {
  const installed = `${JSON.stringify(versions)} ${process.platform} ${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === installed) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ private: true, type: 'module', dependencies: versions })}\n`,
  );
  console.log(`Installing Lighthouse ${versions.lighthouse} …`);
  await installPackages(['install', '--ignore-scripts'], folder);
  writeFileSync(stamp, installed);
}

/** How often a page is tried: now and then the browser records nothing of a visit. */
const tries = 3;

/**
 * The performance score of a page, 0 to 100; throws a Stop where Lighthouse gives none in three tries. It takes no picture of
 * the full page: a browser without a graphics card ends a page that is made ten screens tall.
 * @param {string} url
 * @param {string} chromium The program of a browser
 * @returns {Promise<number>}
 */
export async function score(url, chromium) {
  let reason = '';
  for (let left = tries; left > 0; left--) {
    const { code, output } = await run(url, chromium);
    const start = output.indexOf('{\n');
    const report = start < 0 ? undefined : output.slice(start, output.lastIndexOf('}') + 1);
    if (code === 0 && report) return Math.round(JSON.parse(report).categories.performance.score * 100);
    reason = /Runtime error encountered: (.*)/.exec(output)?.[1] ?? output.slice(-500);
  }
  throw new Stop(`Lighthouse gave no score for ${url}: ${reason}`);
}

/** @param {string} url @param {string} chromium */
function run(url, chromium) {
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const flags =
    '--headless=new --no-sandbox --disable-quic --disable-background-networking --disable-component-update';
  return runToEnd(
    process.execPath,
    [
      program,
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance',
      '--disable-full-page-screenshot',
      `--chrome-flags=${flags}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CHROME_PATH: chromium } },
  );
}
