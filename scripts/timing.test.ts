/** The last lines of a run: how long its parts took, and why tests were skipped. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectTimings, runsOf, skipLines, timed, timingLines } from './timing.mjs';

const run = (projectName: string, startTime: string, duration: number) => ({
  projectName,
  status: 'expected',
  annotations: [],
  results: [{ startTime, duration }],
});
const skipped = (description?: string) => ({
  projectName: 'wire',
  status: 'skipped',
  annotations: [{ type: 'skip', ...(description && { description }) }],
  results: [],
});

test('a part that fails is timed too', async () => {
  const timings: { name: string; seconds: number }[] = [];
  const failing = timed(timings, 'lint', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(timings).toEqual([{ name: 'lint', seconds: expect.any(Number) }]);
});

test('seconds stand below each other, with a note where there is one', () => {
  const lines = timingLines([
    { name: 'lint', seconds: 3.14 },
    { name: 'in all', seconds: 123.4, note: '4 parts' },
  ]);
  expect(lines).toBe('lint       3.1 s\nin all   123.4 s  4 parts');
});

test('a project takes from its first start to its last end', () => {
  const runs = [
    run('wire', '2026-01-01T00:00:00.000Z', 2000),
    run('wire', '2026-01-01T00:00:01.000Z', 5000),
    run('deep', '2026-01-01T00:00:05.000Z', 1000),
  ];
  expect(projectTimings(runs)).toEqual([
    { name: '  wire', seconds: 6, note: '2 tests' },
    { name: '  deep', seconds: 1, note: '1 test' },
  ]);
});

test('a project of which every test was skipped took no time', () => {
  expect(projectTimings([skipped('nginx is not installed')])).toEqual([
    { name: '  wire', seconds: 0, note: '1 test' },
  ]);
});

test('what was skipped is counted by its reason', () => {
  const lines = skipLines([skipped('nginx is not installed'), skipped('nginx is not installed'), skipped()]);
  expect(lines).toEqual(['skipped 2: nginx is not installed', 'skipped 1: no reason given']);
});

test('runs are read from a report however deep its suites are, and none where there is no report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-report-'));
  const file = join(folder, 'browser.json');
  expect(runsOf(file)).toEqual([]);
  const wireRun = run('wire', '2026-01-01T00:00:00.000Z', 1);
  writeFileSync(
    file,
    JSON.stringify({ suites: [{ suites: [{ specs: [{ title: 'x', tests: [wireRun] }] }] }] }),
  );
  expect(runsOf(file)).toEqual([wireRun]);
  rmSync(folder, { recursive: true });
});
