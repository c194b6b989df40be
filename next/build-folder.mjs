// Where builds lie: beside each other, so that a server goes on with its files while the next build is made.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

const notes = path.join(sharedFolder, 'in-use');

/**
 * Notes that this process works with the build in `folder`, so that no build is made there. The function that it returns
 * takes the note away. Throws the system's error where nothing can be written; nothing can be built there either.
 * @param {string} root
 * @param {string} folder
 * @returns {() => void}
 */
export function noteUse(root, folder) {
  const note = path.join(root, notes, `${path.basename(folder)}-${process.pid}`);
  mkdirSync(path.dirname(note), { recursive: true });
  writeFileSync(note, '');
  return () => rmSync(note, { force: true });
}

/**
 * True where a process that lives works with the build in `folder`. Notes of those that were killed are taken away.
 * @param {string} root
 * @param {string} folder
 */
export function isInUse(root, folder) {
  const place = path.join(root, notes);
  if (!existsSync(place)) return false;
  const names = readdirSync(place).filter((name) => name.startsWith(`${path.basename(folder)}-`));
  return (
    names.filter((name) => lives(Number(name.split('-')[1])) || rmSync(path.join(place, name))).length > 0
  );
}

/** @param {number} pid */
function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
