import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const lessons = readdirSync('content/lessons').map((folder) => `/lessons/${folder.replace(/^\d+-/, '')}`);
const pages = [
  '/',
  '/lessons',
  ...lessons,
  '/sandbox',
  '/sandbox/first-401',
  '/sandbox/native-dialog',
  '/no/such/door',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: 900 },
        contextOptions: { reducedMotion: 'reduce' },
      });

      for (const path of pages) {
        test(`axe finds nothing on ${path}`, async ({ page }) => {
          await open(page, path);
          expect(await findings(page)).toEqual([]);
          expect(await overflow(page)).toBe(0);
        });
      }

      test('axe finds nothing on the home page after a 401, a 200 and a 403', async ({ page }) => {
        await open(page, '/');
        for (const name of ['Knock', 'Answer as Ada', 'Now meet a 403']) {
          await page.getByRole('button', { name, exact: true }).click();
        }
        await expect(page.getByRole('link', { name: 'First lesson', exact: true })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });

      test('axe finds nothing on an exercise after its first answer', async ({ page }) => {
        await open(page, '/sandbox/first-401');
        await page.getByRole('button', { name: 'Just send' }).click();
        await expect(page.getByRole('img', { name: 'authentication refused with 401' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });
    });
  }
}

/** Opens a page and waits until everything on it is there, sandboxes included, which load when they are near. */
async function open(page: Page, path: string) {
  const response = await page.goto(path);
  expect(response?.status()).toBe(path === '/no/such/door' ? 404 : 200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const loading = page.getByText('The sandbox is loading.');
  await expect(async () => {
    if (await loading.count()) await loading.first().scrollIntoViewIfNeeded({ timeout: 1000 });
    await expect(loading).toHaveCount(0, { timeout: 1000 });
  }).toPass();
}

/** What axe objects to, one line for each place. */
async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
