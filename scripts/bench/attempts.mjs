// Measures what attempts leave in the memory of a server.
import { Agent, request } from 'node:http';
import { memoryOf } from './streams.mjs';

const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/**
 * One request of attempt `number`; each hundred attempts come from an address of their own (RFC 2544, RFC 5737).
 * @param {string} origin
 * @param {number} number
 * @returns {Promise<void>}
 */
function ask(origin, number) {
  const address = Math.floor(number / 100);
  const from = `198.18.${Math.floor(address / 250)}.${(address % 250) + 1}`;
  const path = `/api/sandbox/open-basic/attempt-${String(number).padStart(8, '0')}/`;
  return new Promise((resolve, reject) => {
    request(origin + path, { agent, headers: { 'x-forwarded-for': from } }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 401) resolve();
        else reject(new Error(`An attempt was answered ${response.statusCode}`));
      });
    })
      .once('error', reject)
      .end();
  });
}

/**
 * Sends `each` requests for each of so many attempts.
 * @param {string} origin
 * @param {{ from: number, to: number, each?: number }} attempts
 */
async function fill(origin, { from, to, each = 1 }) {
  const numbers = function* () {
    for (let round = 0; round < each; round += 1)
      for (let number = from; number < to; number += 1) yield number;
  };
  const all = numbers();
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (const number of all) await ask(origin, number);
    }),
  );
}

/**
 * Resolves with the octets that an attempt takes with one exchange, and with forty.
 * @param {string} origin
 * @param {import('node:child_process').ChildProcess} server
 */
export async function measureAttempts(origin, server) {
  const [count, full] = [1_000, 100];
  await fill(origin, { from: 0, to: 200 });
  const before = await memoryOf(server);
  await fill(origin, { from: 1_000, to: 1_000 + count });
  const once = await memoryOf(server);
  await fill(origin, { from: 3_000, to: 3_000 + full, each: 40 });
  const often = await memoryOf(server);
  return { single: (once - before) / count, forty: (often - once) / full };
}

/**
 * Sends one request of each of `count` attempts, and then forty of each of so many that the budget of logs is full.
 * @param {string} origin
 * @param {number} count
 */
export async function fillWithAttempts(origin, count) {
  await fill(origin, { from: 10_000, to: 10_000 + count });
  await pause(1_000);
  await fill(origin, { from: 0, to: 400, each: 40 });
}
