// Makes the production build, but only where the sources have changed since the last one.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildFolders, currentBuild, sharedFolder, switchBuild } from '../next/build-folder.mjs';
import { runToEnd } from './child.mjs';
import { fingerprint } from './freshness.mjs';
import { nextProgram, root } from './paths.mjs';
import { serverEnvironment } from './server.mjs';
import { Stop } from './stop.mjs';

/** Beside the framework's own BUILD_ID, which only a finished build has. */
const stamp = 'doorman-build';

/** @param {string} wanted */
function isFresh(wanted) {
  const folder = currentBuild(root);
  if (!folder) return false;
  const [id, file] = [join(root, folder, 'BUILD_ID'), join(root, folder, stamp)];
  return existsSync(id) && existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

/**
 * Makes sure that the current build is one of the sources as they are. A new one is made beside it and takes its place
 * once it is whole, so that a server that runs loses nothing. Throws a Stop where the build fails; the current one stays.
 * @param {{ always?: boolean }} [options] `always` builds even where nothing has changed.
 */
export async function ensureBuilt({ always = false } = {}) {
  const wanted = fingerprint(root, process.env);
  if (!always && isFresh(wanted)) return console.log('The build is up to date.');
  console.log('Building …');
  const folder = emptyFolder();
  const { code } = await runToEnd(process.execPath, [nextProgram, 'build'], {
    env: { ...serverEnvironment('production'), DOORMAN_BUILD_FOLDER: folder },
  });
  if (code !== 0) {
    const rest = currentBuild(root) ? ' The build before it was left as it is.' : '';
    throw new Stop(`The build failed; the reason stands above.${rest}`);
  }
  // What is checked later are the types of the sources as they are then.
  rmSync(join(root, folder, 'types'), { recursive: true, force: true });
  writeFileSync(join(root, folder, stamp), wanted);
  switchBuild(root, folder);
}

/** A folder for a build, emptied: not the current one, and none that a server works with. */
function emptyFolder() {
  const folder = buildFolders.find((name) => name !== currentBuild(root) && !isServed(name));
  if (!folder) {
    throw new Stop(
      'Servers work with all the builds that are kept: end one that was started before the last build.',
    );
  }
  try {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
    accessSync(join(root, sharedFolder), constants.W_OK);
    return folder;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Stop(
      `The folder ${join(root, sharedFolder)} cannot be written (${code}), so nothing can be built.`,
    );
  }
}

/**
 * True where a server that runs has noted itself in the folder (lib/operation/serving.ts).
 * @param {string} folder
 */
function isServed(folder) {
  const path = join(root, folder, 'serving');
  if (!existsSync(path)) return false;
  return readdirSync(path).some((name) => {
    try {
      return process.kill(Number(name), 0);
    } catch (error) {
      return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
    }
  });
}
