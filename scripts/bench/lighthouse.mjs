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

/**
 * The performance score of a page, 0 to 100; throws a Stop where Lighthouse gives none. It takes no picture of the full
 * page: a browser without a graphics card ends a page that is made ten screens tall.
 * @param {string} url
 * @param {string} chromium The program of a browser
 * @returns {Promise<number>}
 */
export async function score(url, chromium) {
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const flags =
    '--headless=new --no-sandbox --disable-quic --disable-background-networking --disable-component-update';
  const { code, output } = await runToEnd(
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
  const start = output.indexOf('{\n');
  if (code !== 0 || start < 0) throw new Stop(`Lighthouse gave no score for ${url}:\n${output}`);
  const { categories } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  return Math.round(categories.performance.score * 100);
}
