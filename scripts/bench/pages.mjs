// Measures a page in Chromium as a slow phone would see it: CPU four times slower, slow 4G, an empty cache.
import { setTimeout as pause } from 'node:timers/promises';

const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

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

/** Where every visit comes from: a page of no site, so that each site gets a process of its own, whatever its headers. */
const elsewhere = 'data:text/html,<title>Elsewhere</title>';

/** How long a new window gets to settle, in milliseconds: the browser's own work is none of the page's. */
const settling = 2000;

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
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.goto(elsewhere);
    await pause(settling);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
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
