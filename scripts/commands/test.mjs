// `npm test`: every stage in turn until one fails; the last line counts the tests.
import { ensureChromium } from '../chromium.mjs';
import { ensureDebianPackages } from '../debian.mjs';
import { ensureInstalled } from '../install.mjs';
import { testSecret } from '../paths.mjs';
import { clearReports, reportFiles, stages } from '../stages.mjs';
import { Stop } from '../stop.mjs';
import { countFile, lastLine, sum } from '../tally.mjs';

/** Tests bring their own secret and origin, whatever the terminal has set. */
function setTestEnvironment() {
  const env = /** @type {NodeJS.Dict<string>} */ (process.env);
  env.DOORMAN_SECRET = testSecret;
  env.NEXT_TELEMETRY_DISABLED = '1';
  env.DOORMAN_DATA = '';
  delete env.PUBLIC_ORIGIN;
  delete env.REPOSITORY_URL;
  delete env.SECOND_ORIGIN;
  delete env.PROXY_PORT;
  delete env.REDIS_URL;
  delete env.TRUSTED_PROXIES;
  delete env.RATE_LIMIT;
  delete env.HOST;
  delete env.METRICS_ADDRESS;
  delete env.REQUEST_LOG;
  delete env.SECURITY_CONTACT;
  delete env.NODE_ENV;
}

/** @param {readonly string[]} args The name of one stage and what to hand to its program, or nothing for all. */
export default async function test([only, ...more]) {
  if (only && !stages[only])
    throw new Stop(`There is no stage ${only}, only ${Object.keys(stages).join(', ')}.`);
  setTestEnvironment();
  let succeeded = false;
  try {
    clearReports();
    await ensureInstalled();
    // Whoever has no browser should hear of it before anything else takes its time.
    if (!only) await ensureChromium();
    if (!only) await ensureDebianPackages();
    for (const name of only ? [only] : Object.keys(stages)) {
      console.log(`\n▸ ${name}`);
      await stages[name]?.(more);
    }
    succeeded = true;
  } catch (error) {
    // Said here, since the count is to be the last line.
    if (!(error instanceof Stop)) console.error(error);
    else if (error.message) console.error(error.message);
    throw new Stop('', error instanceof Stop ? error.exitCode : 1);
  } finally {
    console.log(`\n${lastLine(sum(reportFiles.map(countFile), succeeded))}`);
  }
}
