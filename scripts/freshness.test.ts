import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, sourceLines } from './freshness.mjs';

let root = '';

function write(path: string, text = 'text') {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doorman-freshness-'));
  for (const path of ['app/page.tsx', 'content/glossary.yaml', 'lib/rule.ts', 'package.json']) write(path);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build belongs to its sources', () => {
  const changes: Record<string, () => void> = {
    'a file is edited': () => write('lib/rule.ts', 'other text'),
    'a file is touched': () => utimesSync(join(root, 'lib/rule.ts'), 2e9, 2e9),
    'a file is replaced by an older one': () => utimesSync(join(root, 'lib/rule.ts'), 1e9, 1e9),
    'a file is added': () => write('content/lessons/10-two-questions/quiz.yaml'),
    'a file is removed': () => rmSync(join(root, 'lib/rule.ts')),
    'a file is renamed': () => renameSync(join(root, 'lib/rule.ts'), join(root, 'lib/rules.ts')),
    'a folder nobody knows yet appears': () => write('public/robots.txt'),
    'a file with settings appears': () => write('.env.production'),
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`until ${what}`, () => {
      const before = fingerprint(root, {});
      change();
      expect(fingerprint(root, {})).not.toBe(before);
    });
  }

  test('until the public origin is another', () => {
    expect(fingerprint(root, { PUBLIC_ORIGIN: 'https://doorman.example' })).not.toBe(fingerprint(root, {}));
  });

  test('whatever happens beside them', () => {
    const before = fingerprint(root, { PATH: '/bin' });
    for (const path of ['.next/BUILD_ID', '.git/index', 'node_modules/next/index.js', 'README.md'])
      write(path);
    for (const path of ['lib/rule.test.ts', 'e2e/home.spec.ts', 'scripts/run.mjs', 'docs/notes.md'])
      write(path);
    expect(fingerprint(root, { PATH: '/usr/bin' })).toBe(before);
  });

  test('which are listed in one order', () => {
    expect(sourceLines(root).map((line) => line.split(' ')[0])).toEqual([
      'app/page.tsx',
      'content/glossary.yaml',
      'lib/rule.ts',
      'package.json',
    ]);
  });
});
