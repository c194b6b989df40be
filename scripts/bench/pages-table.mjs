// How the figures of `npm run bench:pages` are printed.

/** @typedef {import('./pages.mjs').Figures} Figures */

const none = '–';

/**
 * How many times `base` a figure is. There is no such number where `base` is 0 or was not measured.
 * @param {number} figure
 * @param {number | undefined} base
 */
function ratio(figure, base) {
  return base && Number.isFinite(figure) && Number.isFinite(base) ? (figure / base).toFixed(2) : none;
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

/**
 * One line for each page: the median, how many times that of `base` it is, and every round.
 * @param {string} title
 * @param {ReadonlyMap<string, readonly number[]>} pages Not a number where nothing came
 * @param {string} base The page that the others are divided by
 */
export function roundsTable(title, pages, base) {
  const divisor = middle(pages.get(base) ?? []);
  const lines = [...pages].map(([name, rounds]) => {
    const cells = [middle(rounds), ratio(middle(rounds), divisor), rounds.map(whole).join(' ')];
    return `${name.padEnd(15)}${whole(Number(cells[0])).padStart(8)}${String(cells[1]).padStart(8)}   ${cells[2]}`;
  });
  return [
    `${title.padEnd(15)}`,
    `${'page'.padEnd(15)}${'median'.padStart(8)}${'/bare'.padStart(8)}   rounds`,
    ...lines,
  ].join('\n');
}

/** @param {number} figure */
function whole(figure) {
  return Number.isFinite(figure) ? figure.toFixed(0) : 'lost';
}

/** @param {readonly number[]} figures A round that was lost counts as longer than all others. */
function middle(figures) {
  const sorted = figures
    .map((figure) => (Number.isFinite(figure) ? figure : Number.POSITIVE_INFINITY))
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
