// How the figures of `npm run bench:pages` are printed.

/** @typedef {import('./pages.mjs').Figures} Figures */

const none = '–';

/**
 * How many times `base` a figure is. There is no such number where `base` is 0 or was not measured.
 * @param {number} figure
 * @param {number | undefined} base
 */
function ratio(figure, base) {
  return base ? (figure / base).toFixed(2) : none;
}

const kilo = (/** @type {number} */ octets) => (octets / 1000).toFixed(0);

/** @param {string} name @param {readonly string[]} cells */
function line(name, cells) {
  const widths = [7, 11, 8, 7, 7, 7, 5, 7, 6];
  return name.padEnd(25) + cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('');
}

const head = ['LCP ms', '/Starlight', 'TBT ms', '/bare', 'CLS', 'JS kB', 'CSS', 'fonts', 'HTML'];

/**
 * One line for each page, below a line of names. Where no paint was seen there is no LCP.
 * @param {ReadonlyMap<string, Figures>} pages
 * @param {{ lcp: Figures | undefined, tbt: Figures | undefined }} bases What the two times are divided by
 */
export function pagesTable(pages, bases) {
  const lines = [...pages].map(([name, { lcp, tbt, cls, js, css, font, html }]) =>
    line(name, [
      lcp ? lcp.toFixed(0) : none,
      lcp ? ratio(lcp, bases.lcp?.lcp) : none,
      tbt.toFixed(0),
      ratio(tbt, bases.tbt?.tbt),
      cls.toFixed(3),
      ...[js, css, font, html].map(kilo),
    ]),
  );
  return [line('page', head), ...lines].join('\n');
}
