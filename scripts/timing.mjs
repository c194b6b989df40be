// How long the parts of a run took, for its last lines.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ name: string, seconds: number, note?: string }} Timing */

/**
 * Runs `work` and adds to `timings` how long it took, also where it fails.
 * @template T
 * @param {Timing[]} timings
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(timings, name, work) {
  const began = performance.now();
  try {
    return await work();
  } finally {
    timings.push({ name, seconds: (performance.now() - began) / 1000 });
  }
}

/**
 * One line for each timing, its seconds below those of the others.
 * @param {readonly Timing[]} timings
 * @returns {string}
 */
export function timingLines(timings) {
  const width = Math.max(...timings.map(({ name }) => name.length));
  return timings
    .map(({ name, seconds, note }) => {
      const time = `${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s`;
      return note ? `${time}  ${note}` : time;
    })
    .join('\n');
}

/** @typedef {{ startTime: string, duration: number }} Result */
/** @typedef {{ projectName: string, status: string, annotations: { type: string, description?: string }[], results: Result[] }} Run */
/** @typedef {{ specs?: { title: string, tests: Run[] }[], suites?: Suite[] }} Suite */

/**
 * Every run of a test in a report of Playwright's.
 * @param {Suite} suite
 * @returns {Run[]}
 */
function runsIn({ specs = [], suites = [] }) {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(runsIn)];
}

/**
 * The runs in the report at `path`; none where no report was written.
 * @param {string} path
 */
export function runsOf(path) {
  return existsSync(path) ? runsIn(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/**
 * How long each project took, from the start of its first test to the end of its last, and how many tests it has.
 * Projects overlap where one begins while the last tests of another still run.
 * @param {readonly Run[]} runs
 * @returns {Timing[]}
 */
export function projectTimings(runs) {
  const names = [...new Set(runs.map(({ projectName }) => projectName))];
  return names.map((name) => {
    const mine = runs.filter(({ projectName }) => projectName === name);
    const results = mine.flatMap(({ results }) => results);
    const starts = results.map(({ startTime }) => Date.parse(startTime));
    const ends = results.map(({ duration }, at) => (starts[at] ?? 0) + duration);
    const seconds = results.length ? (Math.max(...ends) - Math.min(...starts)) / 1000 : 0;
    return { name: `  ${name}`, seconds, note: `${mine.length} ${mine.length === 1 ? 'test' : 'tests'}` };
  });
}

/**
 * Why tests were skipped, with how many for each reason.
 * @param {readonly Run[]} runs
 * @returns {string[]}
 */
export function skipLines(runs) {
  /** @type {Map<string, number>} */
  const reasons = new Map();
  for (const { status, annotations } of runs) {
    if (status !== 'skipped') continue;
    const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(([reason, count]) => `skipped ${count}: ${reason}`);
}
