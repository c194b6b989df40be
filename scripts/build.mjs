// Makes the production build, but only where the sources have changed since the last one.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { fingerprint } from './freshness.mjs';
import { buildFolder, nextProgram, root } from './paths.mjs';
import { serverEnvironment } from './server.mjs';
import { Stop } from './stop.mjs';

/** Beside the framework's own BUILD_ID, which only a finished build has. */
const stamp = join(buildFolder, 'doorman-build');

/** @param {string} wanted */
function isFresh(wanted) {
  return (
    existsSync(join(buildFolder, 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  );
}

/**
 * Makes sure that .next is built from the sources as they are. Throws a Stop where the build fails.
 * @param {{ always?: boolean }} [options] `always` builds even where nothing has changed.
 */
export async function ensureBuilt({ always = false } = {}) {
  const wanted = fingerprint(root, process.env);
  if (!always && isFresh(wanted)) return console.log('The build is up to date.');
  console.log('Building …');
  rmSync(stamp, { force: true });
  const { code } = await runToEnd(process.execPath, [nextProgram, 'build'], {
    env: serverEnvironment('production'),
  });
  if (code !== 0) throw new Stop('The build failed; the reason stands above.');
  writeFileSync(stamp, wanted);
}
