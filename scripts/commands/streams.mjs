// `node scripts/run.mjs streams`: the memory of a production server: what an attempt takes and what a stream takes, and the
// most that it ever had with 50,000 attempts, its logs full and 2,000 event streams open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillWithAttempts, measureAttempts } from '../bench/attempts.mjs';
import { measureStreams } from '../bench/streams.mjs';
import { ensureBuilt } from '../build.mjs';
import { end } from '../child.mjs';
import { ensureInstalled } from '../install.mjs';
import { productionFlags, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** @param {readonly string[]} args `--count 2000 --attempts 50000` */
export default async function streams(args) {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: 'string', default: '2000' }, attempts: { type: 'string', default: '50000' } },
  });
  const [count, attempts] = [Number(values.count), Number(values.attempts)];
  if (!(count >= 100 && count <= 2000)) throw new Stop('--count is a number from 100 to 2000.');
  if (!(attempts >= 0 && attempts <= 500_000)) throw new Stop('--attempts is a number from 0 to 500,000.');
  await ensureInstalled();
  await ensureBuilt();
  const port = await freePort();
  const flags = [...productionFlags, '--expose-gc', '--import', join(root, 'scripts', 'bench', 'memory.mjs')];
  // Attempts come from many addresses, as quickly as the server can answer.
  Object.assign(process.env, { TRUSTED_PROXIES: '127.0.0.1,::1', RATE_LIMIT: '0', DOORMAN_DATA: '' });
  const server = startServer('production', port, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], flags });
  try {
    if (!(await isListening(server, port))) throw new Stop('The server ended before it could be measured.');
    const origin = `http://localhost:${port}`;
    const { single, forty } = await measureAttempts(origin, server);
    console.log(`an attempt: ${kibibytes(single)} KiB with one exchange, ${kibibytes(forty)} KiB with forty`);
    const { before, during, after } = await measureStreams(origin, server, count);
    console.log(`${count} streams: ${kibibytes((during - before) / count)} KiB each
held before ${mebibytes(before)} MiB, with all open ${mebibytes(during)} MiB, after closing ${mebibytes(after)} MiB`);
    await fillWithAttempts(origin, attempts);
    console.log(
      `after ${attempts} attempts and full logs: resident ${residentMebibytes(server.pid, 'VmRSS')} MiB`,
    );
    await measureStreams(origin, server, count);
    console.log(
      `with ${count} streams once more, the most ever resident: ${residentMebibytes(server.pid, 'VmHWM')} MiB`,
    );
  } finally {
    end(server);
  }
}

/** @param {number} octets */
const kibibytes = (octets) => (octets / 1024).toFixed(0);
/** @param {number} octets */
const mebibytes = (octets) => (octets / 2 ** 20).toFixed(0);

/**
 * @param {number | undefined} pid
 * @param {'VmRSS' | 'VmHWM'} which What is resident now, or the most that ever was
 */
function residentMebibytes(pid, which) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return mebibytes(Number(new RegExp(`^${which}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024);
}
