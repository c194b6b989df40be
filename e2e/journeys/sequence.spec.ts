/** Figures of the wire: sequences that are drawn from a list, long tokens that are folded, and pictures of own tools. */
import { expect, type Page, test } from '@playwright/test';
import { checkEveryView, findings } from '@/e2e/axe';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const race = '/lessons/expired';
const figure = (page: Page) => page.getByRole('figure', { name: /renew with the same refresh token/ });
const steps = (page: Page) => figure(page).getByRole('listitem');

test('a sequence is a list in which every arrow opens what was sent and answered', async ({ page }) => {
  await page.goto(race);
  await expect(steps(page)).toHaveCount(5);
  const renewal = steps(page).nth(3);
  await expect(renewal).toContainText('Second tile to Token endpoint: POST /token');
  await expect(renewal).toContainText('Token endpoint to Second tile: 400 Bad Request');
  await expect(renewal.getByText('grant_type=refresh_token')).toBeHidden();
  await renewal.locator('summary').first().press('Enter');
  await expect(renewal.getByText('grant_type=refresh_token')).toBeVisible();
  await expect(renewal.getByText('invalid_grant').first()).toBeVisible();
  expect(await findings(page, { within: 'figure.sequence' })).toEqual([]);
});

test('its steps come one after the other on request alone, and all at once again', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install();
  await page.goto(race);
  await started(page);
  await expect(steps(page).nth(4)).toHaveCSS('opacity', '1');
  await figure(page).getByRole('button', { name: 'Play' }).click();
  await expect(steps(page).nth(0)).toHaveCSS('opacity', '1');
  await expect(steps(page).nth(1)).toHaveCSS('opacity', '0');
  await page.clock.fastForward(15_000);
  await expect(steps(page).nth(1)).toHaveCSS('opacity', '1');
  await expect(steps(page).nth(2)).toHaveCSS('opacity', '0');
  // What the keyboard reaches is shown before its turn.
  await steps(page).nth(4).locator('summary').first().focus();
  await expect(steps(page).nth(4)).toHaveCSS('opacity', '1');
  await figure(page).getByRole('button', { name: 'Show all' }).click();
  await expect(steps(page).nth(2)).toHaveCSS('opacity', '1');
  await expect(figure(page).getByRole('button', { name: 'Play' })).toBeVisible();
});

test('a long token is folded, copied whole, and decoded by a press, without JavaScript too', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(race);
  const fold = page.getByRole('figure').first().locator('.fold').first();
  const token = (await fold.locator('summary').textContent()) ?? '';
  expect(token).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
  const line = (await fold.boundingBox())?.height ?? 0;
  expect(line).toBeLessThan(30);
  await expect(fold.getByText('ES256')).toBeHidden();
  await fold.locator('summary').click();
  await expect(fold.getByText('ES256')).toBeVisible();
  await expect(fold).toContainText(/exp: \d+ \(2026-03-02T/);
  expect((await fold.boundingBox())?.height ?? 0).toBeGreaterThan(3 * line);
  await context.close();
});

test('what is selected of a figure holds the whole token', async ({ page }) => {
  await page.goto(race);
  const first = page.getByRole('figure').first();
  const token = (await first.locator('.fold summary').first().textContent()) ?? '';
  const copied = await first.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return String(getSelection());
  });
  expect(copied).toContain(`Authorization: Bearer ${token}\n`);
});

test('the first lesson shows DevTools in the theme of the page, in a place that is reserved', async ({
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/lessons/your-first-401');
    const picture = page.getByRole('img', { name: /network panel of Chromium/ });
    const reserved = await picture.boundingBox();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
    expect((await picture.boundingBox())?.height).toBe(reserved?.height);
    expect(await picture.getAttribute('src')).toContain(`devtools-${colorScheme}`);
  }
});

test('a cause leads to where DevTools and curl are shown', async ({ page }) => {
  await page.goto('/causes/credentials-not-sent');
  await page.getByRole('link', { name: 'See the request in DevTools or curl' }).click();
  await expect(page.getByRole('heading', { name: 'See the request in DevTools or curl' })).toBeInViewport();
});

for (const path of ['/lessons/preflight-has-no-credentials', '/causes/docker-token-dance']) {
  test(`${path} with all its arrows open withstands every view`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>('.sequence details, .fold'))
        part.open = true;
    });
    await checkEveryView(page);
  });
}
