// How the figures of `npm run bench` are printed.

/** @typedef {{ one: number, other: number, ratio: number }} Figures */

const width = 9;
const first = 22;

/** @param {readonly string[]} texts */
const row = (texts) => texts.map((text) => text.padStart(width)).join('');

/** The two lines above the figures. */
export function tableHead() {
  const groups = ['requests/s', 'p50 ms', 'p99 ms'].map((group) => group.padStart(3 * width)).join('');
  const columns = row(['door', 'bare', 'ratio']).repeat(3);
  return `${''.padEnd(first)}${groups}\n${'status, connections'.padEnd(first)}${columns}`;
}

/**
 * @param {number} status
 * @param {number} connections
 * @param {{ perSecond: Figures, p50: Figures, p99: Figures }} figures
 */
export function tableRow(status, connections, { perSecond, p50, p99 }) {
  /** @param {Figures} figures @param {number} digits */
  const cells = ({ one, other, ratio }, digits) =>
    row([one.toFixed(digits), other.toFixed(digits), ratio.toFixed(digits ? 1 : 3)]);
  return `${`${status}, ${connections}`.padEnd(first)}${cells(perSecond, 0)}${cells(p50, 2)}${cells(p99, 2)}`;
}
