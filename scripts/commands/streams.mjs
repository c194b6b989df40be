// `node scripts/run.mjs streams`: the memory of a production server with 2,000 event streams open.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureStreams } from '../bench/streams.mjs';
import { ensureBuilt } from '../build.mjs';
import { end } from '../child.mjs';
import { ensureInstalled } from '../install.mjs';
import { productionFlags, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** @param {readonly string[]} args `--count 2000` */
export default async function streams(args) {
  const { values } = parseArgs({ args: [...args], options: { count: { type: 'string', default: '2000' } } });
  const count = Number(values.count);
  if (!(count >= 100 && count <= 2000)) throw new Stop('--count is a number from 100 to 2000.');
  await ensureInstalled();
  await ensureBuilt();
  const port = await freePort();
  const flags = [...productionFlags, '--expose-gc', '--import', join(root, 'scripts', 'bench', 'memory.mjs')];
  const server = startServer('production', port, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], flags });
  try {
    if (!(await isListening(server, port))) throw new Stop('The server ended before it could be measured.');
    const { before, during, after } = await measureStreams(`http://localhost:${port}`, server, count);
    /** @param {number} octets */
    const mebibytes = (octets) => (octets / 2 ** 20).toFixed(0);
    console.log(`${count} streams: ${((during - before) / count / 1024).toFixed(0)} KiB each
held before ${mebibytes(before)} MiB, with all open ${mebibytes(during)} MiB, after closing ${mebibytes(after)} MiB`);
  } finally {
    end(server);
  }
}
