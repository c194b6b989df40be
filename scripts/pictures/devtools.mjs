// A picture of Chromium's own network panel: the DevTools that it brings, in one tab, look at a page in another.
import { freePort } from '../port.mjs';

/** The request of this exercise carries credentials, and they are wrong. */
const path = '/sandbox/wrong-password';
const size = { width: 640, height: 764 };

/** The headers that a reader should find. */
const marked = [/^www-authenticate$/i, /^authorization$/i];

/** What somebody would set by pressing buttons, as DevTools remembers it. */
const settings = {
  'panel-selected-tab': '"network"',
  'screencast-enabled': 'false',
  'network-log-show-overview': 'false',
  'network-panel-split-view-state': '{"vertical":{"size":120,"showMode":"Both"}}',
};

/**
 * The Headers pane of the network panel for a request that got 401, as a PNG at twice its size; undefined where the
 * Chromium brings no DevTools.
 * @param {{ executablePath?: string }} place
 * @param {string} origin
 * @param {'light' | 'dark'} theme
 * @returns {Promise<Buffer | undefined>}
 */
export async function photographDevTools(place, origin, theme) {
  const { chromium } = await import('playwright');
  const port = await freePort();
  const browser = await chromium.launch({
    ...place,
    args: ['--no-sandbox', '--disable-quic', `--remote-debugging-port=${port}`, '--remote-allow-origins=*'],
  });
  try {
    const host = `127.0.0.1:${port}`;
    const front = `http://${host}/devtools/inspector.html`;
    if (!(await fetch(front)).ok) return undefined;
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    await page.goto(origin + path);
    /** @type {{ id: string, url: string }[]} */
    const targets = await (await fetch(`http://${host}/json/list`)).json();
    const target = targets.find(({ url }) => url === origin + path);
    if (!target) throw new Error(`No tab shows ${path}.`);
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: 2,
      colorScheme: theme,
      locale: 'en-GB',
    });
    await context.addInitScript((entries) => {
      for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value);
    }, settings);
    const tools = await context.newPage();
    await tools.goto(`${front}?ws=${host}/devtools/page/${target.id}`);
    await tools.getByRole('tab', { name: 'Network', selected: true }).waitFor();
    await tools.getByText('Fetch/XHR', { exact: true }).click();
    await send(page);
    const row = tools.getByRole('row').filter({ hasText: '401' }).first();
    await row.locator('td').first().click();
    for (const name of marked) await mark(tools, name);
    // The pointer would light up what lies under it.
    await tools.mouse.move(size.width - 1, size.height - 1);
    return await tools.screenshot({ animations: 'disabled' });
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright').Page} page */
async function send(page) {
  // The sandbox loads once somebody moves.
  await page.mouse.move(700, 500, { steps: 2 });
  await page.getByRole('button', { name: 'Copy a link to this request' }).first().waitFor();
  await page.getByRole('button', { name: 'Just send' }).first().click();
  await page.getByRole('region', { name: 'Response' }).getByText('401 Unauthorized').first().waitFor();
}

/**
 * A ring around the line of a header.
 * @param {import('playwright').Page} tools
 * @param {RegExp} name
 */
async function mark(tools, name) {
  const line = tools.locator('.row').filter({ has: tools.locator('.header-name', { hasText: name }) });
  await line.first().evaluate((element) => {
    element.style.outline = '2px solid #d97706';
    element.style.outlineOffset = '-2px';
    element.style.borderRadius = '6px';
  });
}
