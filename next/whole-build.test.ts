import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles, missingFile } from './whole-build.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorman-whole-'));
  for (const file of ['BUILD_ID', 'server/app/a page.html', 'server/app.js.map', 'cache/x', 'trace']) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), `content of ${file}`);
  }
  listFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds nothing missing in a build as it was made, nor where no server reads', () => {
  expect(missingFile(folder)).toBeUndefined();
  rmSync(join(folder, 'cache'), { recursive: true });
  rmSync(join(folder, 'trace'));
  rmSync(join(folder, 'server/app.js.map'));
  writeFileSync(join(folder, 'server/later'), 'more');
  expect(missingFile(folder)).toBeUndefined();
});

it('names a file that is gone, and one that was cut', () => {
  writeFileSync(join(folder, 'server/app/a page.html'), 'content');
  expect(missingFile(folder)).toBe('server/app/a page.html');
  rmSync(join(folder, 'BUILD_ID'));
  expect(missingFile(folder)).toBe('BUILD_ID');
});

it('asks nothing of a build that has no list', () => {
  rmSync(join(folder, 'doorman-files'));
  expect(missingFile(folder)).toBeUndefined();
});
