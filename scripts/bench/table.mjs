// How the figures of `npm run bench` are printed.

/**
 * @typedef {{ perSecond: number, p50: number, p99: number, ratio: number, p99Ratio: number, rounds: number[] }} Figures
 */

const widths = [34, 12, 9, 9, 15, 12];

/** @param {readonly string[]} cells */
function line(cells) {
  return cells
    .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
    .join('');
}

/** The line above the figures. */
export function tableHead() {
  const cells = ['server', 'requests/s', 'p50 ms', 'p99 ms', 'ours / its', 'p99: same'];
  return `${line(cells)}   requests/s of each round`;
}

/**
 * One line for a server: medians, how many times its figures ours are, and each round.
 * @param {string} name
 * @param {Figures} figures
 */
export function tableRow(name, { perSecond, p50, p99, ratio, p99Ratio, rounds }) {
  const cells = [
    name,
    perSecond.toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    ratio.toFixed(2),
    p99Ratio.toFixed(2),
  ];
  return `${line(cells)}   ${rounds.map((round) => round.toFixed(0)).join(' ')}`;
}
