// `npm run bench:pages`: pages as a slow phone sees them, beside a bare page of the same framework and Starlight.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bareFolder, buildBarePage } from '../bench/bare-page.mjs';
import { medians, visit } from '../bench/pages.mjs';
import { pagesTable } from '../bench/pages-table.mjs';
import { buildStarlight, starlightFolder } from '../bench/starlight.mjs';
import { ensureBuilt } from '../build.mjs';
import { end, launch } from '../child.mjs';
import { ensureChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import { nextProgram, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

const pages = ['/', '/lessons/your-first-401', '/sandbox/first-401', '/causes'];

/** @type {import('node:child_process').StdioOptions} */
const quiet = ['ignore', 'ignore', 'inherit'];

/**
 * Starts the three sites. Each has its server, its port, and its pages by the name that the table gives them.
 * @returns {Promise<{ server: import('node:child_process').ChildProcess, port: number, pages: [string, string][] }[]>}
 */
async function startSites() {
  const [barePort, starlightPort, port] = [await freePort(), await freePort(), await freePort()];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production' };
  const bareArgs = [nextProgram, 'start', '--port', String(barePort)];
  const program = join(root, 'scripts', 'bench', 'static-server.mjs');
  const starlightArgs = [program, starlightFolder, String(starlightPort)];
  return [
    {
      server: launch(process.execPath, bareArgs, { cwd: bareFolder, stdio: quiet, env }),
      port: barePort,
      pages: [['bare page', '/']],
    },
    {
      server: launch(process.execPath, starlightArgs, { stdio: quiet, env }),
      port: starlightPort,
      pages: [['Starlight', '/']],
    },
    {
      server: startServer('production', port, { stdio: quiet }),
      port,
      pages: pages.map((path) => [path, path]),
    },
  ];
}

/** @param {readonly string[]} args `--rounds 3` */
export default async function benchPages(args) {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '3' } } });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) throw new Stop('--rounds is a number from 1.');
  await ensureInstalled();
  await ensureBuilt();
  const place = await ensureChromium();
  await buildBarePage();
  await buildStarlight();
  const sites = await startSites();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ ...place, args: ['--no-sandbox', '--disable-quic'] });
  try {
    for (const { server, port } of sites) {
      if (!(await isListening(server, port))) throw new Stop('A server ended before it could be measured.');
    }
    const targets = sites.flatMap(({ port, pages }) =>
      pages.map(([name, path]) => ({
        name,
        url: `http://localhost:${port}${path}`,
        visits: /** @type {import('../bench/pages.mjs').Figures[]} */ ([]),
      })),
    );
    // By turns, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const { url, visits } of targets) visits.push(await visit(browser, url));
    }
    const figures = new Map(targets.map(({ name, visits }) => [name, medians(visits)]));
    console.log(`
A phone with a CPU four times slower on slow 4G, an empty cache; medians of ${rounds} visits, by turns.
Starlight shows the text of the first lesson. Wanted are an LCP of at most 1.00 and a TBT of at most 0.33.

${pagesTable(figures, { lcp: figures.get('Starlight'), tbt: figures.get('bare page') })}`);
  } finally {
    await browser.close();
    for (const { server } of sites) end(server);
  }
}
