// The stages of a test run, in the order in which a fault is found soonest.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runToEnd } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { nextProgram, packages, privateFolder } from './paths.mjs';
import { freePort } from './port.mjs';
import { Stop } from './stop.mjs';

const reports = join(privateFolder, 'reports');
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** What the two test runners leave behind, to be counted. */
export const reportFiles = [unitReport, browserReport];

/** Forgets the last run, so that none of its numbers are counted again. */
export function clearReports() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
}

/**
 * Runs a program of Node.js that lies in node_modules. Throws an empty Stop where it fails: it has said why.
 * @param {readonly string[]} program
 * @param {readonly string[]} args
 * @param {NodeJS.Dict<string>} [env]
 */
async function tool(program, args, env = {}) {
  const { code } = await runToEnd(process.execPath, [join(packages, ...program), ...args], {
    env: { ...process.env, ...env },
  });
  if (code !== 0) throw new Stop('');
}

/** @param {readonly string[]} more */
async function browser(more) {
  await ensureBuilt();
  const { executablePath } = await ensureChromium();
  const env = {
    DOORMAN_CHROMIUM: executablePath,
    DOORMAN_TEST_PORT: process.env.DOORMAN_TEST_PORT ?? String(await freePort()),
    DOORMAN_TEST_PROXY_PORT: process.env.DOORMAN_TEST_PROXY_PORT ?? String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  };
  await tool(['@playwright', 'test', 'cli.js'], ['test', '--reporter=list,json', ...more], env);
}

/** Every stage by its name. What follows the name on the command line is handed to the stage's program. */
export const stages = /** @type {Record<string, (more: readonly string[]) => Promise<void>>} */ ({
  async types(more) {
    await tool([nextProgram.slice(packages.length)], ['typegen']);
    await tool(['typescript', 'bin', 'tsc'], ['--noEmit', ...more]);
  },
  lint: (more) => tool(['@biomejs', 'biome', 'bin', 'biome'], ['check', '--error-on-warnings', ...more]),
  unit: (more) =>
    tool(
      ['vitest', 'vitest.mjs'],
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`, ...more],
    ),
  // A machine that tests for others builds from scratch; at home an unchanged build is as good.
  build: () => ensureBuilt({ always: Boolean(process.env.CI) && process.env.CI !== 'false' }),
  browser,
});
