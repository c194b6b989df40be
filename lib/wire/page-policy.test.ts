import { expect, test } from 'vitest';
import { pagePolicy } from './page-policy';

const scriptSource = (policy: string) =>
  policy.split('; ').find((directive) => directive.startsWith('script-src'));

test('inline scripts of the build run, and no others (CSP3 §2.3.1)', () => {
  expect(scriptSource(pagePolicy(["'sha256-a'", "'sha256-b'"], ''))).toBe(
    "script-src 'self' 'sha256-a' 'sha256-b'",
  );
});

test('in development the framework writes scripts as it goes', () => {
  expect(scriptSource(pagePolicy(undefined, ''))).toBe("script-src 'self' 'unsafe-inline' 'unsafe-eval'");
});

test('a page may connect to the second origin', () => {
  expect(pagePolicy([], 'http://second.example')).toContain("connect-src 'self' http://second.example");
});
