// `npm run bench:pages`: pages as a slow phone sees them, beside a bare page of the same framework.
import { parseArgs } from 'node:util';
import { bareFolder, buildBarePage } from '../bench/bare-page.mjs';
import { median, visit } from '../bench/pages.mjs';
import { ensureBuilt } from '../build.mjs';
import { end, launch } from '../child.mjs';
import { ensureChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import { nextProgram } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

const pages = ['/', '/lessons/your-first-401', '/sandbox/first-401', '/causes'];

/** @type {import('node:child_process').StdioOptions} */
const quiet = ['ignore', 'ignore', 'inherit'];

/** @param {readonly string[]} args `--rounds 3` */
export default async function benchPages(args) {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '3' } } });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) throw new Stop('--rounds is a number from 1.');
  await ensureInstalled();
  await ensureBuilt();
  const executablePath = await ensureChromium();
  await buildBarePage();
  const [port, barePort] = [await freePort(), await freePort()];
  const bare = launch(process.execPath, [nextProgram, 'start', '--port', String(barePort)], {
    cwd: bareFolder,
    stdio: quiet,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const servers = [startServer('production', port, { stdio: quiet }), bare];
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
  try {
    for (const [server, at] of /** @type {const} */ ([
      [servers[0], port],
      [bare, barePort],
    ])) {
      if (!server || !(await isListening(server, at)))
        throw new Stop('A server ended before it could be measured.');
    }
    const targets = [
      `http://localhost:${barePort}/`,
      ...pages.map((path) => `http://localhost:${port}${path}`),
    ];
    const all = targets.map(() => /** @type {import('../bench/pages.mjs').Figures[]} */ ([]));
    // By turns, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, url] of targets.entries()) all[at]?.push(await visit(browser, url));
    }
    const rows = all.map((visits) => {
      /** @param {keyof import('../bench/pages.mjs').Figures} key */
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
    });
    const [base] = rows;
    if (!base) return;
    console.log(`
A phone with a CPU four times slower on slow 4G, an empty cache; medians of ${rounds} visits, by turns.

page                        LCP ms  ratio  TBT ms  ratio    CLS   JS kB  CSS  fonts  HTML`);
    for (const [at, name] of ['bare page', ...pages].entries()) {
      const row = rows[at];
      if (!row) continue;
      const kilo = (/** @type {number} */ octets) => (octets / 1000).toFixed(0);
      console.log(
        [
          name.padEnd(26),
          row.lcp.toFixed(0).padStart(7),
          (row.lcp / base.lcp).toFixed(2).padStart(6),
          row.tbt.toFixed(0).padStart(7),
          (row.tbt / base.tbt).toFixed(2).padStart(6),
          row.cls.toFixed(3).padStart(6),
          kilo(row.js).padStart(7),
          kilo(row.css).padStart(4),
          kilo(row.font).padStart(6),
          kilo(row.html).padStart(5),
        ].join(' '),
      );
    }
  } finally {
    await browser.close();
    for (const server of servers) end(server);
  }
}
