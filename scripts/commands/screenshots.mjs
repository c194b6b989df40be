// `npm run screenshots`: takes the pictures of the README anew, from a production server of this tree.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../build.mjs';
import { end } from '../child.mjs';
import { ensureChromium } from '../chromium.mjs';
import { ensureInstalled } from '../install.mjs';
import { root } from '../paths.mjs';
import { fewerColours } from '../pictures/colours.mjs';
import { readPng, writePng } from '../pictures/png.mjs';
import { photograph, themes, views } from '../pictures/views.mjs';
import { checkPort, freePort } from '../port.mjs';
import { isListening, startServer } from '../server.mjs';
import { Stop } from '../stop.mjs';

/** Octets that one picture may have. */
const room = 150_000;

/**
 * The same picture in as many colours as the room allows. Throws a Stop where even few colours are too many.
 * @param {Buffer} file
 * @param {string} name
 */
function small(file, name) {
  const picture = readPng(file);
  for (const most of [256, 128, 64, 32]) {
    const { pixels, colours } = fewerColours(picture.pixels, most);
    const written = writePng({ ...picture, pixels }, colours);
    if (written.length <= room) return written;
  }
  throw new Stop(`${name} does not fit into ${room / 1000} kB: choose a calmer view.`);
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
        const file = small(await photograph(browser, origin, view, theme), name);
        writeFileSync(join(folder, name), file);
        console.log(`${name.padEnd(20)} ${(file.length / 1000).toFixed(0).padStart(4)} kB`);
      }
    }
  } finally {
    await browser.close();
    if (server) end(server);
  }
}
