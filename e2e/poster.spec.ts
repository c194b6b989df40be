import { expect, test } from '@playwright/test';
import { showAHand } from './hand';
import { response } from './sandbox-page';

declare global {
  var shifted: number;
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`nothing moves when the sandbox takes the place of its poster, ${viewport.width} px`, async ({
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
    await page.goto('/sandbox/first-401');
    const reset = page.getByRole('button', { name: 'Reset' });
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
    await expect(reset).toHaveCount(0);
    await showAHand(page);
    await expect(reset).toBeVisible();
    expect(await page.evaluate(() => globalThis.shifted)).toBeLessThanOrEqual(0.01);
  });
}

test('a press on the poster is kept until the sandbox can follow it', async ({ page }) => {
  await page.route('**/api/briefs/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/sandbox/first-401');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401');
});

test('by keyboard, Send on the poster asks for a prediction and has the focus there', async ({ page }) => {
  await page.goto('/sandbox/small-scope');
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(page.getByText('Choose one first, or just send.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /200/ })).toBeFocused();
});
