// Measures a page in Chromium as a slow phone would see it: CPU four times slower, slow 4G, an empty cache.

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

/** @typedef {{ lcp: number, tbt: number, cls: number, js: number, css: number, font: number, html: number }} Figures */

/**
 * One visit. Times in milliseconds, sizes in octets as they crossed the wire; total blocking time is what each long
 * task takes beyond 50 ms from the first paint on, until nothing happened for three seconds.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @returns {Promise<Figures>}
 */
export async function visit(browser, url) {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    /** @type {Map<string, string>} */
    const kinds = new Map();
    /** @type {Record<string, number>} */
    const bytes = {};
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other';
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(3000);
    const { lcp, cls, fcp, tasks } = await page.evaluate(() => /** @type {any} */ (globalThis).doormanBench);
    const tbt = tasks
      .filter((/** @type {number[]} */ [start = 0, duration = 0]) => start + duration > fcp)
      .reduce(
        (/** @type {number} */ sum, /** @type {number[]} */ [, duration = 0]) =>
          sum + Math.max(0, duration - 50),
        0,
      );
    return {
      lcp,
      tbt,
      cls,
      js: bytes.Script ?? 0,
      css: bytes.Stylesheet ?? 0,
      font: bytes.Font ?? 0,
      html: bytes.Document ?? 0,
    };
  } finally {
    await context.close();
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
