// Whether a build is whole. A server finds most of its files only when they are asked for, so one that lost some would
// start, and fail at each request.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const name = 'doorman-files';
/** What no server reads, or what it writes itself. */
const aside = /^(?:cache|diagnostics|trace|trace-build|types|dev|doorman-[a-z]+)(?:\/|$)|\.map$/;

/**
 * Lists the files of a build that is complete, each with its size.
 * @param {string} folder
 */
export function listFiles(folder) {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !aside.test(file))
    .sort()
    .map((file) => `${statSync(path.join(folder, file)).size} ${file}\n`);
  writeFileSync(path.join(folder, name), lines.join(''));
}

/**
 * The first file that is missing or has another size than it had, from the root of the build; undefined where all is as it
 * was, and where the build has no list.
 * @param {string} folder
 * @returns {string | undefined}
 */
export function missingFile(folder) {
  for (const line of listed(folder)) {
    const [size = '', ...parts] = line.split(' ');
    const file = parts.join(' ');
    if (statSync(path.join(folder, file), { throwIfNoEntry: false })?.size !== Number(size)) return file;
  }
  return undefined;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listed(folder) {
  try {
    return readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
