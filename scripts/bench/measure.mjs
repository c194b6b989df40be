// Measures how fast a server answers one request, over and over.

/** @typedef {{ perSecond: number, p50: number, p99: number }} Measure Times in milliseconds. */

/**
 * The value below which `share` of the sorted `values` lie.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function percentile(values, share) {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/**
 * Sends GET requests for `seconds`, on so many `connections` at once. Rejects where any answer has another status.
 * @param {{ url: string, headers: Record<string, string>, status: number, connections: number, seconds: number }} load
 * @returns {Promise<Measure>}
 */
export async function measure({ url, headers, status, connections, seconds }) {
  // Loaded late: the packages may have been installed a moment ago.
  const { default: autocannon } = await import('autocannon');
  /** @type {number[]} */
  const times = [];
  let wrong = 0;
  const began = performance.now();
  const { errors, timeouts } = await new Promise((resolve, reject) => {
    const load = autocannon({ url, headers, connections, duration: seconds }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    // Its own histogram counts whole milliseconds, too coarse for a server that needs a tenth of one.
    load.on('response', (_client, answered, _bytes, time) => {
      if (answered !== status) wrong += 1;
      times.push(time);
    });
  });
  const elapsed = (performance.now() - began) / 1000;
  if (wrong || errors || timeouts) {
    throw new Error(`${url}: ${wrong} answers were not ${status}, ${errors} errors, ${timeouts} timeouts`);
  }
  times.sort((a, b) => a - b);
  return { perSecond: times.length / elapsed, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/**
 * Measures two servers by turns, so that whatever else the machine does meets both alike.
 * Returns the medians over all rounds, and the median of the rounds' own ratios.
 * @param {() => Promise<Measure>} one
 * @param {() => Promise<Measure>} other
 * @param {number} rounds
 */
export async function compare(one, other, rounds) {
  /** @type {Measure[]} */ const ones = [];
  /** @type {Measure[]} */ const others = [];
  for (let round = 0; round < rounds; round += 1) {
    // The order changes too: the second of two may find the machine warmer.
    for (const first of round % 2 ? [false, true] : [true, false]) {
      if (first) ones.push(await one());
      else others.push(await other());
    }
  }
  /** @param {keyof Measure} key */
  const figures = (key) => ({
    one: median(ones.map((own) => own[key])),
    other: median(others.map((own) => own[key])),
    ratio: median(ones.map((own, round) => own[key] / (others[round]?.[key] ?? Number.NaN))),
  });
  return { perSecond: figures('perSecond'), p50: figures('p50'), p99: figures('p99') };
}
