// `npm test`: what is quick at the same time, then the build, then the browser tests, until something fails. The last
// lines say how long each took and count the tests.
import { ensureChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import {
  browserReport,
  checkedFlag,
  clearReports,
  quickStages,
  reportFiles,
  runner,
  stages,
} from '../stages.mjs';
import { Stop } from '../stop.mjs';
import { countFile, lastLine, sum } from '../tally.mjs';
import { setTestEnvironment } from '../test-environment.mjs';
import { projectTimings, runsOf, skipLines, timed, timingLines } from '../timing.mjs';
import { runTogether } from '../together.mjs';

/** @typedef {import('../timing.mjs').Timing[]} Timings */

/** @param {Timings} timings */
async function everything(timings) {
  await timed(timings, 'install', ensureInstalled);
  // Whoever has no browser should hear of it before anything else takes its time.
  await ensureChromium();
  console.log('\n▸ check');
  await runTogether(quickStages, timings);
  for (const name of ['build', 'browser']) {
    console.log(`\n▸ ${name}`);
    await timed(timings, name, async () => stages[name]?.(runner(), name === 'build' ? [checkedFlag] : []));
  }
}

/** @param {string} name @param {readonly string[]} more */
async function single(name, more) {
  await ensureInstalled();
  await stages[name]?.(runner(), more);
}

/** @param {readonly string[]} args The name of one stage and what to hand to its program, or nothing for all. */
export default async function test([only, ...more]) {
  if (only && !stages[only])
    throw new Stop(`There is no stage ${only}, only ${Object.keys(stages).join(', ')}.`);
  setTestEnvironment();
  /** @type {Timings} */
  const timings = [];
  let succeeded = false;
  try {
    clearReports();
    await timed(timings, 'in all', () => (only ? single(only, more) : everything(timings)));
    succeeded = true;
  } catch (error) {
    // Said here, since the count is to be the last line.
    if (!(error instanceof Stop)) console.error(error);
    else if (error.message) console.error(error.message);
    throw new Stop('', error instanceof Stop ? error.exitCode : 1);
  } finally {
    const runs = runsOf(browserReport);
    const lines = [...skipLines(runs), timingLines(withProjects(timings, projectTimings(runs)))];
    console.log(`\n${lines.join('\n')}\n${lastLine(sum(reportFiles.map(countFile), succeeded))}`);
  }
}

/**
 * The projects of the browser tests stand below the stage that ran them.
 * @param {Timings} timings
 * @param {Timings} projects
 */
function withProjects(timings, projects) {
  return [...timings.slice(0, -1), ...projects, ...timings.slice(-1)];
}
