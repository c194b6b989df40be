// `npm run bench:pages`: what a person with a slow phone waits for, beside a bare page of the same framework and Starlight.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bareFolder, buildBarePage } from '../bench/bare-page.mjs';
import { installLighthouse, score } from '../bench/lighthouse.mjs';
import { medians, visit } from '../bench/pages.mjs';
import { pagesTable, roundsTable } from '../bench/pages-table.mjs';
import { press } from '../bench/press.mjs';
import { buildStarlight, starlightFolder } from '../bench/starlight.mjs';
import { ensureBuilt } from '../build.mjs';
import { end, launch } from '../child.mjs';
import { ensureChromium, findWholeChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import { nextProgram, root } from '../paths.mjs';
import { freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/**
 * @typedef {object} BenchPage
 * @property {string} name What the tables call it
 * @property {string} path
 * @property {{ button: string, answer: string, whole: string }} [press] The first button, where the status line of its
 *   answer will stand, and where that stands with the reason
 */

const sandbox = {
  button: '#sandbox-first-401 button[data-sends]',
  answer: '#sandbox-first-401 :is([aria-label="Verdict"], [data-early-answer])',
  whole: '#sandbox-first-401 [aria-label="Verdict"]',
};

/** @type {readonly BenchPage[]} */
const pages = [
  {
    name: 'home',
    path: '/',
    press: {
      button: '[data-place="home"] button[data-sends]',
      answer: '[data-place="home"] [role="status"]',
      whole: '[data-place="home"] [role="status"] > :not([data-early-answer])',
    },
  },
  { name: 'lesson', path: '/lessons/your-first-401', press: sandbox },
  { name: 'exercise', path: '/sandbox/first-401', press: sandbox },
  { name: 'cause', path: '/causes/redirect-drops-authorization' },
];

/** How long after the button can be seen it is pressed, in milliseconds. */
const waits = [100, 3000, 8000];

/** @type {import('node:child_process').StdioOptions} */
const quiet = ['ignore', 'ignore', 'inherit'];

/**
 * Starts the three sites.
 * @returns {Promise<{ server: import('node:child_process').ChildProcess, port: number, pages: readonly BenchPage[] }[]>}
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
      pages: [
        {
          name: 'bare page',
          path: '/',
          press: { button: 'main button', answer: 'main section', whole: 'main section' },
        },
      ],
    },
    {
      server: launch(process.execPath, starlightArgs, { stdio: quiet, env }),
      port: starlightPort,
      pages: [{ name: 'Starlight', path: '/' }],
    },
    { server: startServer('production', port, { stdio: quiet }), port, pages },
  ];
}

const load = () =>
  `Load of the machine: ${loadavg()
    .map((average) => average.toFixed(1))
    .join(', ')}.`;

/**
 * @param {readonly string[]} args `--rounds 5`; `--only visit`, `--only press` or `--only lighthouse`; `--after 3000`, for
 *   presses after so many milliseconds alone
 */
export default async function benchPages(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      after: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) throw new Stop('--rounds is a number from 1.');
  const isWanted = (/** @type {string} */ part) => !values.only || values.only === part;
  await ensureInstalled();
  await ensureBuilt();
  const place = await ensureChromium();
  await buildBarePage();
  await buildStarlight();
  const sites = await startSites();
  const { chromium } = await import('playwright');
  try {
    for (const { server, port } of sites) {
      if (!(await isListening(server, port))) throw new Stop('A server ended before it could be measured.');
    }
    const targets = sites.flatMap(({ port, pages }) =>
      pages.map((page) => ({ ...page, url: `http://localhost:${port}${page.path}` })),
    );
    const launchBrowser = () => chromium.launch({ ...place, args: ['--no-sandbox', '--disable-quic'] });
    if (isWanted('press'))
      await benchPresses(
        await launchBrowser(),
        targets,
        rounds,
        values.after ? [Number(values.after)] : waits,
      );
    if (isWanted('visit')) await benchVisits(await launchBrowser(), targets, rounds);
    if (isWanted('lighthouse'))
      await benchScores(targets, rounds, place.executablePath ?? chromium.executablePath());
  } finally {
    for (const { server } of sites) end(server);
  }
}

/** @typedef {BenchPage & { url: string }} Target */

/**
 * From the tap to the answer. By turns, so that whatever else the machine does falls on all of them.
 * @param {import('playwright').Browser} browser
 * @param {readonly Target[]} targets
 * @param {number} rounds
 * @param {readonly number[]} waits
 */
async function benchPresses(browser, targets, rounds, waits) {
  console.log(`
From a tap until the status line of the answer stands on the page, in milliseconds, on a phone with a CPU four times
slower and slow 4G, by somebody who was never there: all rounds by turns. ${load()}`);
  const pressed = targets.filter(({ press }) => press);
  for (const wait of waits) {
    const answers = new Map(pressed.map(({ name }) => [name, /** @type {number[]} */ ([])]));
    const wholes = new Map(pressed.map(({ name }) => [name, /** @type {number[]} */ ([])]));
    const feedback = new Map(pressed.map(({ name }) => [name, /** @type {number[]} */ ([])]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, url, press: target } of pressed) {
        if (!target) continue;
        const figures = await press(browser, { url, ...target }, wait);
        answers.get(name)?.push(figures.answer);
        wholes.get(name)?.push(figures.whole);
        feedback.get(name)?.push(figures.feedback);
      }
    }
    console.log(`\n${roundsTable(`pressed after ${wait} ms`, answers, 'bare page')}`);
    console.log(roundsTable('until the reason stands there too', wholes, 'bare page'));
    console.log(roundsTable('until the tap is seen to work', feedback, 'bare page'));
  }
  await browser.close();
}

/**
 * What a visit costs by itself.
 * @param {import('playwright').Browser} browser
 * @param {readonly Target[]} targets
 * @param {number} rounds
 */
async function benchVisits(browser, targets, rounds) {
  const visits = new Map(
    targets.map(({ name }) => [name, /** @type {import('../bench/pages.mjs').Figures[]} */ ([])]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url } of targets) visits.get(name)?.push(await visit(browser, url));
  }
  await browser.close();
  const figures = new Map([...visits].map(([name, rows]) => [name, medians(rows)]));
  console.log(`
The same phone, an empty cache; medians of ${rounds} visits, by turns. Starlight shows the text of the first lesson.
${load()}

${pagesTable(figures, { lcp: figures.get('Starlight'), tbt: figures.get('bare page') })}`);
}

/**
 * @param {readonly Target[]} targets
 * @param {number} rounds
 * @param {string} shell
 */
async function benchScores(targets, rounds, shell) {
  await installLighthouse();
  const whole = await findWholeChromium();
  const browsers = [...(whole ? [['whole Chromium', whole]] : []), ['headless shell', shell]];
  if (!whole) console.log('\nThere is no whole Chromium here, so only a headless shell is asked.');
  for (const [browser = '', program = ''] of browsers) {
    const scores = new Map(targets.map(({ name }) => [name, /** @type {number[]} */ ([])]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, url } of targets) scores.get(name)?.push(await score(url, program));
    }
    console.log(`\nLighthouse, mobile, performance. ${load()}\n${roundsTable(browser, scores, 'bare page')}`);
  }
}
