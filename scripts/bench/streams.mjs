// Measures what open event streams cost a server in memory.
import { get } from 'node:http';

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Octets that a server holds and cannot give back. It was started with `memory.mjs` and a channel to this process.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
export function memoryOf(server) {
  return new Promise((resolve) => {
    server.once('message', resolve);
    server.send('memory?');
  });
}

/**
 * Opens one stream and waits for its first event field.
 * @param {string} url
 * @returns {Promise<{ status: number, close: () => void }>}
 */
function openStream(url) {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { accept: 'text/event-stream' }, agent: false }, (response) => {
      response.on('error', () => {});
      response.once('data', () =>
        resolve({ status: response.statusCode ?? 0, close: () => request.destroy() }),
      );
    });
    request.once('error', reject);
  });
}

/**
 * Opens `count` streams, each of an attempt of its own, and closes them again.
 * Resolves with the octets held before, with all open, and a few seconds after.
 * @param {string} origin
 * @param {import('node:child_process').ChildProcess} server
 * @param {number} count
 */
export async function measureStreams(origin, server, count) {
  /** @param {number} from @param {number} to */
  const open = async (from, to) => {
    /** @type {Awaited<ReturnType<typeof openStream>>[]} */
    const streams = [];
    for (let index = from; index < to; index += 20) {
      const group = Array.from({ length: Math.min(20, to - index) }, (_, place) =>
        openStream(`${origin}/api/exchanges/first-401/stream-${index + place}`),
      );
      streams.push(...(await Promise.all(group)));
    }
    return streams;
  };
  // What is compiled and cached for the first streams is not theirs.
  for (const { close } of await open(count, count + 100)) close();
  await pause(3_000);
  const before = await memoryOf(server);
  const streams = await open(0, count);
  const refused = streams.filter(({ status }) => status !== 200).length;
  if (refused) throw new Error(`${refused} of ${count} streams were refused`);
  await pause(3_000);
  const during = await memoryOf(server);
  for (const { close } of streams) close();
  await pause(5_000);
  return { before, during, after: await memoryOf(server) };
}
