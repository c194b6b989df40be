// `npm run bench`: the open Basic door beside a bare node:http server that does the same check.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, measure } from '../bench/measure.mjs';
import { door, study } from '../bench/study.mjs';
import { tableHead, tableRow } from '../bench/table.mjs';
import { ensureBuilt } from '../build.mjs';
import { end, launch } from '../child.mjs';
import { ensureInstalled } from '../install.mjs';
import { productionFlags, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** @param {readonly string[]} args */
function options(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      flags: { type: 'string', default: productionFlags.join(' ') },
    },
  });
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  if (!(rounds >= 1 && seconds >= 1)) throw new Stop('--rounds and --seconds are numbers from 1.');
  return { rounds, seconds, flags: values.flags.split(' ').filter(Boolean) };
}

/** @type {import('node:child_process').StdioOptions} */
const quiet = ['ignore', 'ignore', 'inherit'];

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 */
async function ready(child, port) {
  if (!(await isListening(child, port))) throw new Stop('A server ended before it could be measured.');
}

/** @param {readonly string[]} args `--rounds 5 --seconds 3 --flags="--max-semi-space-size=64"` */
export default async function bench(args) {
  const { rounds, seconds, flags } = options(args);
  await ensureInstalled();
  await ensureBuilt();
  const [port, barePort] = [await freePort(), await freePort()];
  const doorman = startServer('production', port, { stdio: quiet, flags });
  const servers = [doorman];
  try {
    await ready(doorman, port);
    const { credentials, ...known } = await study(`http://localhost:${port}`);
    const bare = launch(process.execPath, [...flags, join(root, 'scripts', 'bench', 'bare-server.mjs')], {
      stdio: quiet,
      env: { ...process.env, DOORMAN_BENCH_TASK: JSON.stringify({ port: barePort, ...known }) },
    });
    servers.push(bare);
    await ready(bare, barePort);

    console.log(`
The door open-basic and a bare node:http server with the same check, by turns, ${rounds} rounds of ${seconds} s each.
Node.js ${process.versions.node} ${flags.join(' ')}, ${cpus().length} cores: ${cpus()[0]?.model.trim()}

${tableHead()}`);
    for (const { status, headers } of [
      { status: known.closed.status, headers: {} },
      { status: known.open.status, headers: credentials },
    ]) {
      for (const connections of [1, 32]) {
        /** @param {number} at @param {number} [time] */
        const load = (at, time = seconds) => {
          const url = `http://localhost:${at}/api/sandbox/${door}/`;
          return measure({ url, headers, status, connections, seconds: time });
        };
        // First a second each, so that no round pays for what is compiled or cached once.
        await load(port, 1);
        await load(barePort, 1);
        const figures = await compare(
          () => load(port),
          () => load(barePort),
          rounds,
        );
        console.log(tableRow(status, connections, figures));
      }
    }
  } finally {
    for (const server of servers) end(server);
  }
}
