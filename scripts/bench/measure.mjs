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
 * Makes the headers of one connection's next request, where each request needs its own.
 * @typedef {() => Record<string, string>} Headers
 */

/**
 * Sends GET requests for `seconds`, on so many `connections` at once. Rejects where any answer has another status.
 * `perConnection` has an entry for each connection, in place of `headers`.
 * @param {{ url: string, headers?: Record<string, string>, perConnection?: readonly Headers[], status: number,
 *   connections: number, seconds: number }} load
 * @returns {Promise<Measure>}
 */
export async function measure({ url, headers, perConnection, status, connections, seconds }) {
  // Loaded late: the packages may have been installed a moment ago.
  const { default: autocannon } = await import('autocannon');
  /** @type {number[]} */
  const times = [];
  let wrong = 0;
  const began = performance.now();
  const { errors, timeouts } = await new Promise((resolve, reject) => {
    let connection = 0;
    const options = perConnection && {
      /** @param {import('autocannon').Client} client */
      setupClient(client) {
        const next = perConnection[connection++ % perConnection.length];
        client.setRequests([
          { setupRequest: (request) => ({ ...request, headers: { ...request.headers, ...next?.() } }) },
        ]);
      },
    };
    const load = autocannon({ url, headers, connections, duration: seconds, ...options }, (error, result) =>
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
 * Measures servers by turns, so that whatever else the machine does meets all alike. The first is compared to the others.
 * Returns for each the medians over all rounds, and the medians of what the first makes of it in the same round.
 * @param {readonly (() => Promise<Measure>)[]} servers
 * @param {number} rounds
 * `rounds` has the requests per second of each round.
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, ratio: number, p99Ratio: number, rounds: number[] }[]>}
 */
export async function compare(servers, rounds) {
  /** @type {Measure[][]} */ const all = servers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    // The order changes too: the last may find the machine warmer.
    for (let turn = 0; turn < servers.length; turn += 1) {
      const at = (round + turn) % servers.length;
      const server = servers[at];
      if (server) all[at]?.push(await server());
    }
  }
  const [first = []] = all;
  return all.map((measures) => {
    /** @param {keyof Measure} key */
    const middle = (key) => median(measures.map((measure) => measure[key]));
    /** @param {keyof Measure} key */
    const ratio = (key) =>
      median(measures.map((measure, round) => (first[round]?.[key] ?? Number.NaN) / measure[key]));
    return {
      perSecond: middle('perSecond'),
      p50: middle('p50'),
      p99: middle('p99'),
      ratio: ratio('perSecond'),
      p99Ratio: ratio('p99'),
      rounds: measures.map((measure) => measure.perSecond),
    };
  });
}
