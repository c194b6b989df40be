import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pagePolicies, scriptHashes } from './page-policy';

// The hash of `alert(1)` is a known one: CSP3 hashes the text between the tags, to the byte.
const known = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
const folder = mkdtempSync(path.join(tmpdir(), 'doorman-build-'));
const app = path.join(folder, 'server', 'app');
mkdirSync(path.join(app, 'lessons'), { recursive: true });
writeFileSync(
  path.join(folder, 'prerender-manifest.json'),
  JSON.stringify({ routes: { '/': {}, '/lessons/one': {}, '/_not-found': {} } }),
);
writeFileSync(path.join(app, 'index.html'), '<script>alert(1)</script>');
writeFileSync(path.join(app, 'lessons', 'one.html'), '<script async="" src="/a.js"></script><p>One</p>');
writeFileSync(path.join(app, '_not-found.html'), '<script id="x">nothing()</script>');
const policyOf = pagePolicies(folder, 'http://second.example');
afterAll(() => rmSync(folder, { recursive: true }));

const scripts = (target: string) =>
  policyOf(target)
    .split('; ')
    .find((one) => one.startsWith('script-src'));

test('every inline script of a page is named by its hash, once', () => {
  expect(scriptHashes('<script>alert(1)</script><script nonce="">alert(1)</script>')).toEqual([known]);
});

test('scripts with an address and blocks of data are not named', () => {
  expect(scriptHashes('<script src="/a.js"></script><script type="application/ld+json">{}</script>')).toEqual(
    [],
  );
});

test.each(['/', '', '/?a=b', '//', 'http://doorman.example/#x'])('%s is the home page', (target) => {
  expect(scripts(target)).toBe(`script-src 'self' ${known}`);
});

test.each(['/lessons/one', '/lessons/one/', '/lessons/%6fne?x'])('%s has no inline script', (target) => {
  expect(scripts(target)).toBe("script-src 'self'");
});

test.each(['/nothing', '/%zz', '/__proto__', '/../../etc/passwd'])(
  '%s gets the policy of the 404',
  (target) => {
    expect(scripts(target)).toBe(scripts('/_not-found'));
    expect(scripts(target)).toMatch(/^script-src 'self' 'sha256-[^ ]+'$/);
  },
);

test('without a build inline scripts and eval are let through', () => {
  expect(pagePolicies(undefined, '')('/')).toContain("script-src 'self' 'unsafe-inline' 'unsafe-eval'");
});
