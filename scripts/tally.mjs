// Counts the tests of a run over all their reports, for the last line of `npm test`.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * The numbers in a report of Vitest or Playwright, both as JSON.
 * @param {any} report
 * @returns {Tally}
 */
export function count(report) {
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * The numbers in the report at `path`; all nought where no report was written.
 * @param {string} path
 * @returns {Tally}
 */
export function countFile(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  return count(JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * The sum of some tallies. A run that stopped for anything but a failed test (a type error, a build) counts as
 * one failure, so that nobody reads "0 failed" under a failed run.
 * @param {readonly Tally[]} tallies
 * @param {boolean} succeeded
 * @returns {Tally}
 */
export function sum(tallies, succeeded) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (!succeeded && total.failed === 0) total.failed = 1;
  return total;
}

/**
 * `12 passed, 0 failed`, and `, 1 skipped` where there is one; `no fault` after stages that have no tests.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  if (passed + failed + skipped === 0) return 'no fault';
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
