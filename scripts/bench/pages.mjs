// Measures a page in Chromium as a slow phone would see it: CPU four times slower, slow 4G, an empty cache.
import { setTimeout as pause } from 'node:timers/promises';
import { openPhone } from './phone.mjs';

/** Runs in the page before anything else. */
function watch() {
  const seen = { lcp: 0, cls: 0, fcp: 0, tasks: /** @type {number[][]} */ ([]) };
  Object.assign(globalThis, { doormanBench: seen });
  /** @param {string} type @param {(entry: any) => void} take */
  const observe = (type, take) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value;
  });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  observe('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
}

/**
 * What a response is, whatever it was asked for with: a script that comes by fetch() is a script all the same.
 * @type {readonly [size: 'js' | 'css' | 'font' | 'html', mimeType: RegExp][]}
 */
const kinds = [
  ['js', /^(text|application)\/(x-)?(java|ecma)script$/],
  ['css', /^text\/css$/],
  ['font', /^font\//],
  ['html', /^text\/html$/],
];

/** How long nothing has to happen on the network before a visit is over, in milliseconds. */
const quiet = 3000;

/** @typedef {{ lcp: number, tbt: number, cls: number, js: number, css: number, font: number, html: number }} Figures */

/**
 * One visit. Times in milliseconds, sizes in octets as they crossed the wire; total blocking time is what each long
 * task takes beyond 50 ms from the first paint on, until nothing crossed the wire for three seconds.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @returns {Promise<Figures>}
 */
export async function visit(browser, url) {
  const { context, page, session } = await openPhone(browser);
  try {
    /** @type {Map<string, string>} */
    const types = new Map();
    const bytes = { js: 0, css: 0, font: 0, html: 0 };
    let last = 0;
    const happened = () => {
      last = performance.now();
    };
    session.on('Network.requestWillBeSent', happened);
    session.on('Network.dataReceived', happened);
    session.on('Network.responseReceived', ({ requestId, response }) =>
      types.set(requestId, response.mimeType),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      happened();
      const [kind] = kinds.find(([, type]) => type.test(types.get(requestId) ?? '')) ?? [];
      if (kind) bytes[kind] += encodedDataLength;
    });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    const loaded = performance.now();
    while (performance.now() - last < quiet) {
      if (performance.now() - loaded > 60_000) throw new Error(`${url} does not come to rest`);
      await pause(100);
    }
    const { lcp, cls, fcp, tasks } = await page.evaluate(() => /** @type {any} */ (globalThis).doormanBench);
    const tbt = tasks
      .filter((/** @type {number[]} */ [start = 0, duration = 0]) => start + duration > fcp)
      .reduce(
        (/** @type {number} */ sum, /** @type {number[]} */ [, duration = 0]) =>
          sum + Math.max(0, duration - 50),
        0,
      );
    return { lcp, tbt, cls, ...bytes };
  } finally {
    await context.close();
  }
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * The median of each figure by itself.
 * @param {readonly Figures[]} visits
 * @returns {Figures}
 */
export function medians(visits) {
  /** @param {keyof Figures} key */
  const of = (key) => median(visits.map((figures) => figures[key]));
  return {
    lcp: of('lcp'),
    tbt: of('tbt'),
    cls: of('cls'),
    js: of('js'),
    css: of('css'),
    font: of('font'),
    html: of('html'),
  };
}
