import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.mjs';

interface Package {
  integrity?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

/** Every folder of node_modules in which a package at `path` finds what it asks for, the nearest first. */
function folders(path: string): string[] {
  const parent = path.slice(0, path.lastIndexOf('/node_modules/'));
  const here = `${path}/node_modules`;
  return path.includes('/node_modules/') ? [here, ...folders(parent)] : [here, 'node_modules'];
}

// `npm ci` refuses a lockfile that lacks the native packages of other platforms, and npm writes one where it
// could not look them up.
test('the lockfile holds the native packages of every platform', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const missing = Object.entries<Package>(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !folders(path).some((at) => packages[`${at}/${name}`]),
    ),
  );
  expect(missing).toEqual([]);
});

test('every package of the lockfile has the hash of its content, on every platform', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const without = Object.entries<Package>(packages)
    .filter(([path, { link, integrity = '' }]) => path && !link && !/^sha512-[\w+/]{86}==$/.test(integrity))
    .map(([path]) => path);
  expect(without).toEqual([]);
});
