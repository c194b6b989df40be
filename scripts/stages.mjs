// The stages of a test run by name: what each starts, and where it writes its report.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, hasFreshBuild } from './build.mjs';
import { runToEnd } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { contentProgram, nextProgram, packages, privateFolder } from './paths.mjs';
import { freePort } from './port.mjs';
import { Stop } from './stop.mjs';

const reports = join(privateFolder, 'reports');
const unitReport = join(reports, 'unit.json');

/** What the browser tests leave behind, to be counted and timed. */
export const browserReport = join(reports, 'browser.json');

/** What the two test runners leave behind, to be counted. */
export const reportFiles = [unitReport, browserReport];

/** Forgets the last run, so that none of its numbers are counted again. */
export function clearReports() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
}

/**
 * Runs a program of Node.js. Rejects with a Stop where it fails.
 * @callback Run
 * @param {string} program Its path
 * @param {readonly string[]} args
 * @param {NodeJS.Dict<string>} [env]
 * @returns {Promise<void>}
 */

/**
 * A way to run programs: in this terminal, or with what they print handed to `print` in the end.
 * @param {(output: string) => void} [print]
 * @returns {Run}
 */
export function runner(print) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = print ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  return async (program, args, env = {}) => {
    const { code, output } = await runToEnd(process.execPath, [program, ...args], {
      env: { ...process.env, ...env },
      stdio,
    });
    print?.(output);
    if (code !== 0) throw new Stop('');
  };
}

/** Says that the quick stages ran just before, the content's among them. */
export const checkedFlag = '--checked';

/** `--dev` among the arguments asks for the development server, which needs no build. */
const devFlag = '--dev';

/** @param {Run} run @param {readonly string[]} more */
async function browser(run, more) {
  const args = more.filter((word) => word !== devFlag);
  const isDevelopment = args.length < more.length;
  if (!isDevelopment) await ensureBuilt();
  const { executablePath } = await ensureChromium();
  await playwright(run, args, {
    ...(isDevelopment && { DOORMAN_TEST_MODE: 'dev' }),
    DOORMAN_CHROMIUM: executablePath,
  });
}

/** The tests that open no page: no browser, and no wait for a build. @param {Run} run @param {readonly string[]} more */
async function wire(run, more) {
  const args = more.filter((word) => word !== devFlag);
  const isDevelopment = args.length < more.length || !hasFreshBuild();
  if (isDevelopment) console.log('The server of development answers: it needs no build.');
  await playwright(run, ['--project=wire', ...args], isDevelopment ? { DOORMAN_TEST_MODE: 'dev' } : {});
}

/** @param {Run} run @param {readonly string[]} args @param {NodeJS.Dict<string>} env */
async function playwright(run, args, env) {
  await run(join(packages, '@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json', ...args], {
    DOORMAN_TEST_PORT: process.env.DOORMAN_TEST_PORT ?? String(await freePort()),
    DOORMAN_TEST_PROXY_PORT: process.env.DOORMAN_TEST_PROXY_PORT ?? String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
    ...env,
  });
}

/** Every stage by its name. What follows the name on the command line is handed to the stage's program. */
export const stages = /** @type {Record<string, (run: Run, more: readonly string[]) => Promise<void>>} */ ({
  content: (run) => run(contentProgram, []),
  async types(run, more) {
    await run(nextProgram, ['typegen']);
    await run(join(packages, 'typescript', 'bin', 'tsc'), ['--noEmit', ...more]);
  },
  lint: (run, more) =>
    run(join(packages, '@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings', ...more]),
  unit: (run, more) =>
    run(join(packages, 'vitest', 'vitest.mjs'), [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      ...more,
    ]),
  // A machine that tests for others builds from scratch; at home an unchanged build is as good.
  build: (_run, more) =>
    ensureBuilt({
      always: Boolean(process.env.CI) && process.env.CI !== 'false',
      isChecked: more.includes(checkedFlag),
    }),
  browser,
  wire,
});

/** The stages that need neither a build nor a browser. They run at the same time. */
export const quickStages = ['content', 'types', 'lint', 'unit'];
