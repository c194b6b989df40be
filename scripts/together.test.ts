import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { stages } from './stages.mjs';
import { Stop } from './stop.mjs';
import { runTogether } from './together.mjs';

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  for (const way of ['log', 'error'] as const) {
    vi.spyOn(console, way).mockImplementation((text) => void printed.push(String(text)));
  }
});
afterEach(() => vi.restoreAllMocks());

const program =
  (source: string): (typeof stages)[string] =>
  (run) =>
    run('--eval', [source]);
const good = program("process.stdout.write('what a stage prints that passes')");
const bad = program("console.error('lib/probe.ts:3 is wrong'); process.exit(2)");

/** Both start at once, and `slow` ends after the other, however long a process takes to start. */
function withSlow(name: string, stage: typeof good): Record<string, typeof good> {
  let ends = () => {};
  const over = new Promise<void>((resolve) => {
    ends = resolve;
  });
  return {
    [name]: (run, more) => stage(run, more).finally(ends),
    slow: (run, more) => over.then(() => good(run, more)),
  };
}

test('what passes is one line each, with its time', async () => {
  const timings: { name: string; seconds: number }[] = [];
  await runTogether(['slow', 'good'], timings, withSlow('good', good));
  expect(printed).toEqual(['✓ good', '✓ slow']);
  expect(timings.map(({ name }) => name)).toEqual(['good', 'slow']);
});

test('what fails shows all that it printed, and the others run to their end', async () => {
  const timings: { name: string; seconds: number }[] = [];
  await expect(runTogether(['bad', 'slow'], timings, withSlow('bad', bad))).rejects.toBeInstanceOf(Stop);
  expect(printed[0]).toContain('✗ bad\nlib/probe.ts:3 is wrong');
  expect(printed[1]).toBe('✓ slow');
  expect(timings).toHaveLength(2);
});

test('a fault of a stage itself is no Stop, and keeps its stack', async () => {
  const table = { good, broken: () => Promise.reject(new TypeError('no such thing')) };
  await expect(runTogether(['broken', 'good'], [], table)).rejects.toThrow(TypeError);
});
