// `npm run screenshots`: takes the pictures of the README and of the lessons anew, from a production server of this tree.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../build.mjs';
import { end } from '../child.mjs';
import { ensureChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import { root } from '../paths.mjs';
import { photographDevTools } from '../pictures/devtools.mjs';
import { smallPng } from '../pictures/small-png.mjs';
import { recordCurl } from '../pictures/terminal.mjs';
import { photograph, themes, views } from '../pictures/views.mjs';
import { checkPort, freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/**
 * @param {string} folder
 * @param {string} name
 * @param {Buffer | string} file
 */
function write(folder, name, file) {
  writeFileSync(join(folder, name), file);
  console.log(`${name.padEnd(20)} ${(file.length / 1000).toFixed(0).padStart(4)} kB`);
}

/**
 * How to see the wire with one's own tools, for the lessons. What cannot be had stays as it is.
 * @param {{ executablePath?: string }} place
 * @param {string} origin
 */
async function ownTools(place, origin) {
  const folder = join(root, 'content', 'pictures');
  for (const theme of themes) {
    const name = `devtools-${theme}.png`;
    const file = await photographDevTools(place, origin, theme);
    if (file) write(folder, name, await smallPng(file, name));
    else console.log(`${name}: this Chromium brings no DevTools, so the picture stays.`);
  }
  const said = await recordCurl(origin);
  if (said) write(folder, 'curl.txt', said);
  else console.log('curl.txt: there is no curl, so it stays.');
}

/** @param {readonly string[]} args `--into docs/pictures`, and `--origin http://localhost:3000` for a server that runs */
export default async function screenshots(args) {
  const { values } = parseArgs({
    args: [...args],
    options: { into: { type: 'string', default: join('docs', 'pictures') }, origin: { type: 'string' } },
  });
  await ensureInstalled();
  if (!values.origin) await ensureBuilt();
  const place = await ensureChromium();
  // The address is in the picture: the one that readers will have, where that can be had.
  const port = await checkPort(3000).then(() => 3000, freePort);
  const origin = values.origin ?? `http://localhost:${port}`;
  const server = values.origin
    ? undefined
    : startServer('production', port, { stdio: ['ignore', 'ignore', 'inherit'] });
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ ...place, args: ['--no-sandbox', '--disable-quic'] });
  try {
    if (server && !(await isListening(server, port))) throw new Stop('The server ended by itself.');
    const folder = join(root, values.into);
    mkdirSync(folder, { recursive: true });
    for (const view of views) {
      for (const theme of themes) {
        const name = `${view.name}-${theme}.png`;
        write(folder, name, await smallPng(await photograph(browser, origin, view, theme), name));
      }
    }
    await ownTools(place, origin);
  } finally {
    await browser.close();
    if (server) end(server);
  }
}
