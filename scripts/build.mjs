// Makes the production build, but only where the sources have changed since the last one.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  buildFolders,
  currentBuild,
  isInUse,
  noteUse,
  sharedFolder,
  switchBuild,
} from '../next/build-folder.mjs';
import { listFiles, missingFile } from '../next/whole-build.mjs';
import { runToEnd } from './child.mjs';
import { fingerprint } from './freshness.mjs';
import { contentProgram, nextProgram, root } from './paths.mjs';
import { serverEnvironment } from './server.mjs';
import { Stop } from './stop.mjs';

/** Beside the framework's own BUILD_ID, which only a finished build has. */
const stamp = 'doorman-build';

/**
 * @param {string} at
 * @param {string} print
 */
function isFresh(at, print) {
  const folder = currentBuild(at);
  if (!folder) return false;
  const [id, file] = [join(at, folder, 'BUILD_ID'), join(at, folder, stamp)];
  if (!existsSync(id) || !existsSync(file) || readFileSync(file, 'utf8') !== print) return false;
  return missingFile(join(at, folder)) === undefined;
}

/** True where the current build is one of the sources as they are. */
export function hasFreshBuild() {
  return isFresh(root, fingerprint(root, process.env));
}

/**
 * Makes sure that the current build is one of the sources as they are. A new one is made beside it and takes its place
 * once it is whole, so that a server that runs loses nothing. Throws a Stop where the build fails; the current one stays.
 * @param {{ always?: boolean, isChecked?: boolean, at?: string, program?: string }} [options] `always` builds even where
 * nothing has changed, `isChecked` says that the content was checked just before; tests build another tree with another program.
 */
export async function ensureBuilt({
  always = false,
  isChecked = false,
  at = root,
  program = nextProgram,
} = {}) {
  const print = fingerprint(at, process.env);
  if (!always && isFresh(at, print)) return console.log('The build is up to date.');
  console.log('Building …');
  // Another tree is one of the tests, and has no content.
  if (at === root && !isChecked && (await runToEnd(process.execPath, [contentProgram])).code !== 0) {
    throw new Stop('Nothing was built: the content has to be right first.');
  }
  const folder = emptyFolder(at);
  const forget = noteUse(at, folder);
  const { code } = await runToEnd(process.execPath, [program, 'build'], {
    cwd: at,
    env: { ...serverEnvironment('production'), DOORMAN_BUILD_FOLDER: folder },
  }).finally(forget);
  if (code !== 0) {
    const rest = currentBuild(at) ? ' The build before it was left as it is.' : '';
    throw new Stop(`The build failed; the reason stands above.${rest}`);
  }
  // What is checked later are the types of the sources as they are then.
  rmSync(join(at, folder, 'types'), { recursive: true, force: true });
  writeFileSync(join(at, folder, stamp), print);
  listFiles(join(at, folder));
  switchBuild(at, folder);
}

/**
 * A folder for a build, emptied: not the current one, and none that a server works with.
 * @param {string} at
 */
function emptyFolder(at) {
  const folder = buildFolders.find((name) => name !== currentBuild(at) && !isInUse(at, name));
  if (!folder) {
    throw new Stop(
      'Servers work with all the builds that are kept: end one that was started before the last build.',
    );
  }
  try {
    mkdirSync(join(at, folder), { recursive: true });
    const [beside, cache] = [join(at, sharedFolder, 'cache'), newestCache(at)];
    if (cache && cache !== beside) moveFolder(cache, beside);
    rmSync(join(at, folder), { recursive: true, force: true });
    mkdirSync(join(at, folder));
    if (cache) moveFolder(beside, join(at, folder, 'cache'));
    accessSync(join(at, sharedFolder), constants.W_OK);
    return folder;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Stop(
      `The folder ${join(at, sharedFolder)} cannot be written (${code}), so nothing can be built.`,
    );
  }
}

/**
 * What the framework remembers of an earlier build, wherever it lies: with it a build takes half the time. No server reads
 * it.
 * @param {string} at
 */
function newestCache(at) {
  const current = currentBuild(at);
  const folders = [...(current ? [current] : []), ...buildFolders, sharedFolder];
  return folders.map((folder) => join(at, folder, 'cache')).find((path) => existsSync(path));
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveFolder(from, to) {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}
