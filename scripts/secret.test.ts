import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secret } from './secret.mjs';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'doorman-secret-')), '.doorman');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('the environment comes first, and nothing is written', () => {
  expect(secret({ DOORMAN_SECRET: 'toy' }, folder)).toBe('toy');
  expect(() => readdirSync(folder)).toThrow('ENOENT');
});

test('a secret is made once, of 32 random bytes, for its owner alone', () => {
  const made = secret({}, folder);
  expect(Buffer.from(made, 'base64url')).toHaveLength(32);
  expect(secret({}, folder)).toBe(made);
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(`${made}\n`);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
});

test('a secret that others could read is theirs no longer', () => {
  const made = secret({}, folder);
  rmSync(join(folder, 'secret'));
  writeFileSync(join(folder, 'secret'), made, { mode: 0o644 });
  expect(secret({}, folder)).toBe(made);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('a damaged secret is not used', () => {
  secret({}, folder);
  writeFileSync(join(folder, 'secret'), '');
  expect(() => secret({}, folder)).toThrow('does not hold a secret of Doorman');
});
