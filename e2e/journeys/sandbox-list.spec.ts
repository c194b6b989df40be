/** The list of all exercises on a narrow screen: a few of each scheme, and all of them for the asking. */
import { expect, type Page, test } from '@playwright/test';

test.use({ reuseContext: true });

test.use({ viewport: { width: 360, height: 740 } });

const scheme = (page: Page) => page.getByRole('region', { name: 'Bearer', exact: true });
const rows = (page: Page) => scheme(page).getByRole('listitem').filter({ visible: true });

test('a scheme shows a few of its exercises, and all when I ask', async ({ page }) => {
  await page.goto('/sandbox');
  await expect(rows(page)).toHaveCount(4);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(9000);
  const all = scheme(page).getByRole('button', { name: /^All \d+ of these$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.press('Enter');
  await expect(rows(page)).toHaveCount(count);
  await expect(rows(page).nth(4).getByRole('link').first()).toBeFocused();
  await expect(all).toHaveCount(0);
});

test('what I look for is shown whole', async ({ page }) => {
  await page.goto('/sandbox?scheme=Bearer');
  await expect.poll(() => rows(page).count()).toBeGreaterThan(4);
  await expect(page.getByRole('button', { name: /of these$/ })).toHaveCount(0);
});

test('on a wide screen, and without JavaScript, nothing is folded', async ({ page, browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.setViewportSize({ width: 360, height: 740 });
  await plain.goto('/sandbox');
  expect(await rows(plain).count()).toBeGreaterThan(4);
  await context.close();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/sandbox');
  expect(await rows(page).count()).toBeGreaterThan(4);
});
