/** What a page shows of a sandbox before its program is there is the sandbox itself, so nothing moves. */
import { expect, test } from '@playwright/test';
import { openSandbox } from '@/e2e/sandbox-page';

declare global {
  var shifted: number;
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  for (const slug of ['first-401', 'small-scope', 'first-403']) {
    test(`nothing moves when /sandbox/${slug} gets its credentials, ${viewport.width} px`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      await page.addInitScript(() => {
        globalThis.shifted = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            globalThis.shifted += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await openSandbox(page, slug);
      expect(await page.evaluate(() => globalThis.shifted)).toBeLessThanOrEqual(0.01);
    });
  }
}

test('without JavaScript the request that an exercise begins with can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sandbox/small-scope');
  await expect(page.getByLabel('Name of header 1')).toHaveValue('Authorization');
  await context.close();
});

test('by keyboard, Send asks for a prediction first', async ({ page }) => {
  await page.goto('/sandbox/small-scope');
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(page.getByText('Choose a status first, or press Just send.')).toBeVisible();
});
