// The secret from which every credential that the server hands out is derived.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './paths.mjs';
import { Stop } from './stop.mjs';

/**
 * DOORMAN_SECRET where it is set, else what lies in `.doorman/secret`, made at the first call and readable by
 * its owner alone. Two commands that start at once agree on one secret. Throws a Stop where none can be kept.
 * @param {NodeJS.Dict<string>} env
 * @param {string} [folder]
 * @returns {string}
 */
export function secret(env, folder = privateFolder) {
  if (env.DOORMAN_SECRET) return env.DOORMAN_SECRET;
  const file = join(folder, 'secret');
  const secret = attempt(() => read(file) ?? create(folder, file), file);
  if (/^[\w-]{43}$/.test(secret)) return secret;
  throw new Stop(`${file} does not hold a secret of Doorman: remove it, and the next start makes a new one.`);
}

/**
 * @param {() => string} work
 * @param {string} file
 */
function attempt(work, file) {
  try {
    return work();
  } catch (error) {
    throw new Stop(`The secret cannot be kept in ${file} (${codeOf(error)}): set DOORMAN_SECRET instead.`);
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/** @param {string} file */
function read(file) {
  try {
    const text = readFileSync(file, 'utf8').trim();
    chmodSync(file, 0o600);
    return text;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} file
 */
function create(folder, file) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    putInPlace(draft, file);
  } finally {
    unlinkSync(draft);
  }
  return read(file) ?? '';
}

/**
 * Gives `draft` the name `file`, unless somebody was quicker. A link appears whole or not at all.
 * @param {string} draft
 * @param {string} file
 */
function putInPlace(draft, file) {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    // Not every file system has links.
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}
