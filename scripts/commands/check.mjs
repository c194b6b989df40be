// `npm run check`: content, types, lint and unit tests at the same time. Needs neither a build nor a browser.
import { ensureInstalled } from '../install.mjs';
import { clearReports, quickStages, reportFiles } from '../stages.mjs';
import { Stop } from '../stop.mjs';
import { countFile, lastLine, sum } from '../tally.mjs';
import { setTestEnvironment } from '../test-environment.mjs';
import { timed, timingLines } from '../timing.mjs';
import { runTogether } from '../together.mjs';

export default async function check() {
  setTestEnvironment();
  clearReports();
  await ensureInstalled();
  /** @type {import('../timing.mjs').Timing[]} */
  const timings = [];
  let succeeded = false;
  try {
    await timed(timings, 'in all', () => runTogether(quickStages, timings));
    succeeded = true;
  } catch (error) {
    if (!(error instanceof Stop)) console.error(error);
    throw new Stop('', error instanceof Stop ? error.exitCode : 1);
  } finally {
    console.log(`\n${timingLines(timings)}\n${lastLine(sum(reportFiles.map(countFile), succeeded))}`);
  }
}
