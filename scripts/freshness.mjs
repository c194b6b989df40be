// Decides whether the production build still belongs to the sources.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files at the root that no page is made of; all else counts, also what is added later. */
const aside = new Set(
  'node_modules Containerfile coverage docs e2e scripts test-results playwright-report biome.json playwright.config.ts vitest.config.ts next-env.d.ts LICENSE'.split(
    ' ',
  ),
);

/** @param {string} name */
function countsAtRoot(name) {
  // Of the hidden files only those that the framework reads: .env, .env.production …
  if (name.startsWith('.')) return name.startsWith('.env');
  return !aside.has(name) && !name.endsWith('.md') && !name.endsWith('.tsbuildinfo');
}

/** @param {string} name */
function isTest(name) {
  return /\.test(-d)?\.tsx?$/.test(name);
}

/**
 * Every source file below `root` as a line of path, size and time of change, in a fixed order.
 * @param {string} root
 * @returns {string[]}
 */
export function sourceLines(root) {
  /** @param {string} folder @returns {string[]} */
  const walk = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => (folder ? !isTest(name) : countsAtRoot(name)))
      .flatMap((entry) => {
        const path = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.isDirectory()) return walk(path);
        const { size, mtimeMs } = statSync(join(root, path));
        return [`${path} ${size} ${mtimeMs}`];
      });
  return walk('').sort();
}

/**
 * The part of the environment that a build takes in.
 * @param {NodeJS.Dict<string>} env
 */
function buildEnvironment(env) {
  return Object.entries(env)
    .filter(
      ([name, value]) =>
        value && (['PUBLIC_ORIGIN', 'REPOSITORY_URL'].includes(name) || name.startsWith('NEXT_PUBLIC_')),
    )
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

/**
 * One value for all that a build is made of: it differs as soon as a file is changed, added, removed or
 * replaced, even by an older one, or where the environment differs.
 * @param {string} root
 * @param {NodeJS.Dict<string>} env
 */
export function fingerprint(root, env) {
  const lines = [...sourceLines(root), ...buildEnvironment(env), process.versions.modules];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
