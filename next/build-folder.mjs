// Where builds lie: beside each other, so that a server goes on with its files while the next build is made.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the framework and the editor share, whatever is built. */
export const sharedFolder = '.next';

/** The folders of builds, from the root. tsconfig.json names them too, or the framework would write them into it. */
export const buildFolders = ['1', '2', '3'].map((name) => `${sharedFolder}/${name}`);

const pointer = path.join(sharedFolder, 'current');

/**
 * The folder of the build that is served from now on, from the root; undefined where there is none yet.
 * @param {string} root
 * @returns {string | undefined}
 */
export function currentBuild(root) {
  try {
    const named = readFileSync(path.join(root, pointer), 'utf8').trim();
    return buildFolders.find((folder) => folder === named);
  } catch {
    return undefined;
  }
}

/**
 * Has `folder` served from the next start on. The switch is one step: no start finds half of it.
 * @param {string} root
 * @param {string} folder
 */
export function switchBuild(root, folder) {
  const beside = path.join(root, `${pointer}.new`);
  writeFileSync(beside, `${folder}\n`);
  renameSync(beside, path.join(root, pointer));
}
