import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureBuilt } from './build.mjs';

let at = '';
/** What stands for the framework's own program: it fails where the source says so. */
const program = `
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const folder = process.env.DOORMAN_BUILD_FOLDER;
mkdirSync(folder + '/types', { recursive: true });
writeFileSync(folder + '/page.html', readFileSync('app/page.tsx'));
if (readFileSync('app/page.tsx', 'utf8') === 'broken') process.exit(1);
writeFileSync(folder + '/BUILD_ID', 'id');
`;
const write = (path: string, text: string) => {
  mkdirSync(join(at, path, '..'), { recursive: true });
  writeFileSync(join(at, path), text);
};
const build = () => ensureBuilt({ at, program: join(at, 'scripts', 'next.cjs') });
const current = () => readFileSync(join(at, '.next', 'current'), 'utf8').trim();
const page = (folder = current()) => readFileSync(join(at, folder, 'page.html'), 'utf8');
/** As a server notes it (next/build-folder.mjs). */
const serve = (folder: string, pid = process.pid) => write(`.next/in-use/${folder.slice(-1)}-${pid}`, '');

beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'doorman-build-'));
  vi.stubEnv('DOORMAN_SECRET', 'any');
  vi.spyOn(console, 'log').mockReturnValue();
  write('scripts/next.cjs', program);
  write('app/page.tsx', 'one');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(at, { recursive: true });
});

test('a build that is up to date is not made again', async () => {
  await build();
  const made = statSync(join(at, current(), 'BUILD_ID')).mtimeMs;
  await build();
  expect(statSync(join(at, current(), 'BUILD_ID')).mtimeMs).toBe(made);
});

test('a build that lost a file, or a part of one, is made again', async () => {
  await build();
  rmSync(join(at, current(), 'page.html'));
  await build();
  expect(page()).toBe('one');
  write(`${current()}/page.html`, '');
  await build();
  expect(page()).toBe('one');
});

test('a new build lies beside the one before, which stays as it is', async () => {
  await build();
  const before = current();
  write('app/page.tsx', 'two, longer');
  await build();
  expect(current()).not.toBe(before);
  expect([page(before), page()]).toEqual(['one', 'two, longer']);
});

test('a build that fails leaves the current one, and says so', async () => {
  await build();
  const before = current();
  write('app/page.tsx', 'broken');
  await expect(build()).rejects.toThrow('The build before it was left as it is.');
  expect(current()).toBe(before);
  expect(page()).toBe('one');
  write('app/page.tsx', 'one again');
  await build();
  expect(page()).toBe('one again');
});

test('no build is made where a server works, however often is built', async () => {
  await build();
  const first = current();
  serve(first);
  for (let count = 0; count < 4; count += 1) {
    write('app/page.tsx', `later ${'.'.repeat(count)}`);
    await build();
    expect(current()).not.toBe(first);
  }
  expect(page(first)).toBe('one');
});

test('what the framework remembers goes from build to build, also from one that failed', async () => {
  const remembered = (folder: string) => readFileSync(join(at, folder, 'cache', 'facts'), 'utf8');
  await build();
  write(`${current()}/cache/facts`, 'first');
  write('app/page.tsx', 'broken');
  await expect(build()).rejects.toThrow('The build failed');
  write('app/page.tsx', 'two');
  await build();
  expect(remembered(current())).toBe('first');
});

test('a server that was killed is in nobody’s way', async () => {
  // No process has a number above the highest that Linux gives.
  for (const folder of ['.next/1', '.next/2', '.next/3']) serve(folder, 4_194_305);
  await build();
  expect(page()).toBe('one');
});

test('two builds at once do not meet in one folder', async () => {
  await Promise.all([build(), ensureBuilt({ always: true, at, program: join(at, 'scripts', 'next.cjs') })]);
  expect(page()).toBe('one');
  expect(readdirSync(join(at, '.next')).filter((name) => /^\d$/.test(name))).toHaveLength(2);
  expect(readdirSync(join(at, '.next', 'in-use'))).toEqual([]);
});

test('where servers work with all builds, a new one is refused', async () => {
  for (const folder of ['.next/1', '.next/2', '.next/3']) serve(folder);
  await expect(build()).rejects.toThrow('Servers work with all the builds that are kept');
});

test('a folder that cannot be written is named in a sentence', async () => {
  write('.next', 'a file');
  await expect(build()).rejects.toThrow(
    /The folder .*\.next cannot be written \(E[A-Z]+\), so nothing can be built\./,
  );
});
