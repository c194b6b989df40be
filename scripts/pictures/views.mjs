// What the pictures of the README show: a few views, each in both themes.

/**
 * A page, what is done there first, and how much of it is seen where that is not 900.
 * @typedef {{ name: string, path: string, height?: number, prepare?: (page: import('playwright').Page) => Promise<void> }} View
 */

/** @type {readonly View[]} */
export const views = [
  { name: 'home', path: '/' },
  { name: 'lesson', path: '/lessons/your-first-401', prepare: meetA401 },
  { name: 'cause', path: '/causes/redirect-drops-authorization' },
  { name: 'sandbox', path: '/sandbox/first-401', height: 1080, prepare: meetA401 },
];

export const themes = /** @type {const} */ (['light', 'dark']);

/** Sends the first draft as it stands, and waits for the answer and its trace. @param {import('playwright').Page} page */
async function meetA401(page) {
  // The sandbox loads once somebody moves; only then is there something to copy.
  await page.mouse.move(700, 500, { steps: 2 });
  await page.getByRole('button', { name: 'Copy a link to this request' }).first().waitFor();
  await page.getByRole('button', { name: 'Just send' }).first().click();
  await page.getByRole('region', { name: 'Response' }).getByText('401 Unauthorized').first().waitFor();
  await page.getByRole('group', { name: 'Verdict' }).first().waitFor();
}

/**
 * The view as a PNG, as somebody sees it who comes for the first time with a desktop window.
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {View} view
 * @param {'light' | 'dark'} theme
 */
export async function photograph(browser, origin, { path, height = 900, prepare }, theme) {
  const context = await browser.newContext({
    viewport: { width: 1440, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const response = await page.goto(origin + path, { waitUntil: 'load' });
    if (!response?.ok()) throw new Error(`${path} was answered with ${response?.status()}.`);
    await prepare?.(page);
    await page.evaluate(async () => {
      // The pointer and the focus of what was pressed are nobody's business in a picture.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      scrollTo(0, 0);
      await document.fonts.ready;
    });
    await page.mouse.move(0, 0);
    return await page.screenshot({ animations: 'disabled' });
  } finally {
    await context.close();
  }
}
