/** What helps to read a lesson: its outline, and the edge between text and sandbox. */
import { expect, type Page, test } from '@playwright/test';
import { findings } from '@/e2e/axe';

test.use({ reuseContext: true });

const path = '/lessons/your-first-401';
const outline = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const bar = (page: Page) => page.getByRole('button', { name: /^On this page/ });
const sandbox = (page: Page) => page.locator('#sandbox-first-401');
const edge = (page: Page) => page.getByRole('separator', { name: 'Width of the sandbox' }).first();
const widthOf = async (page: Page) => (await sandbox(page).boundingBox())?.width ?? 0;

test('the outline lists the parts, says where I am, and leads there', async ({ page }) => {
  await page.goto(path);
  await bar(page).click();
  const parts = outline(page).getByRole('link');
  await expect(parts).toHaveCount((await page.locator('.prose h2:not([id^="sandbox"])').count()) + 1);
  await outline(page).getByRole('link', { name: 'Build the Authorization header' }).click();
  await expect(outline(page)).toBeHidden();
  await expect(page).toHaveURL(/#build-the-authorization-header$/);
  await expect(page.getByRole('heading', { name: 'Build the Authorization header' })).toBeInViewport();
  await expect(bar(page)).toHaveText(/Build the Authorization header · 2 of 8$/);
  const place = await page.evaluate(() => scrollY);
  await bar(page).press('Enter');
  expect(await page.evaluate(() => scrollY)).toBe(place);
  await expect(outline(page).locator('[aria-current="location"]')).toContainText(
    'Build the Authorization header',
  );
});

test('without JavaScript the outline still opens and leads on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(path);
  await bar(page).click();
  await outline(page).getByRole('link', { name: 'Check yourself' }).click();
  await expect(page).toHaveURL(/#quiz$/);
  await context.close();
});

test('the bar never covers what a link leads to or the keyboard reaches', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  for (const hash of ['build-the-authorization-header', 'quiz']) {
    await page.goto(`${path}#${hash}`);
    const below = await page.locator('.outline-bar').boundingBox();
    const target = await page.locator(`#${hash}`).boundingBox();
    expect(target?.y ?? 0).toBeGreaterThanOrEqual(
      hash === 'quiz' ? 56 : (below?.y ?? 0) + (below?.height ?? 0),
    );
  }
});

test.describe('beside the text', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('I hide the sandbox, it stays hidden on the next page, and I show it again', async ({ page }) => {
    await page.goto(path);
    await page.getByRole('button', { name: 'Hide the sandbox' }).first().press('Enter');
    await expect(sandbox(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Show the sandbox' }).first()).toBeFocused();
    await page.goto('/lessons/your-first-403');
    await expect(page.locator('.lesson-column').first()).toBeHidden();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show the sandbox' }).first().click();
    await expect(page.locator('.lesson-column').first()).toBeVisible();
  });

  test('a request that the text offers shows the sandbox that was hidden', async ({ page }) => {
    await page.goto('/lessons/your-first-403');
    await page.getByRole('button', { name: 'Hide the sandbox' }).first().click();
    // The text moves, and only then is there something to aim at.
    await expect(page.locator('.lesson-column').first()).toBeHidden();
    await page.getByRole('link', { name: 'Grace', exact: true }).first().click();
    await expect(page.getByText('The request was loaded into the sandbox.').first()).toBeVisible();
  });

  test('I widen it by the button, the keyboard and the pointer, within bounds, and it is kept', async ({
    page,
  }) => {
    await page.goto(path);
    const before = await widthOf(page);
    await page.getByRole('button', { name: 'Widen the sandbox' }).first().click();
    await expect.poll(() => widthOf(page)).toBeGreaterThan(before + 100);
    await page.getByRole('button', { name: 'Give the sandbox its usual width' }).first().click();
    await expect.poll(() => widthOf(page)).toBe(before);

    await edge(page).press('ArrowLeft');
    await expect(edge(page)).toHaveAttribute('aria-valuenow', '43');
    await edge(page).press('End');
    await expect(edge(page)).toHaveAttribute('aria-valuenow', '60');
    await edge(page).press('ArrowLeft');
    await expect(edge(page)).toHaveAttribute('aria-valuenow', '60');

    const grip = await edge(page).boundingBox();
    await page.mouse.move((grip?.x ?? 0) + 12, (grip?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move(720, 400, { steps: 4 });
    await page.mouse.up();
    await expect(edge(page)).toHaveAttribute('aria-valuenow', '50');
    const drawn = await widthOf(page);
    await page.reload();
    expect(await widthOf(page)).toBe(drawn);
  });

  test('nonsense that storage holds changes nothing', async ({ page }) => {
    await page.goto(path);
    const before = await widthOf(page);
    for (const nonsense of ['999', '-1', 'calc(1px)', '{}']) {
      await page.evaluate((value) => localStorage.setItem('doorman:column', value), nonsense);
      await page.reload();
      expect(await widthOf(page), nonsense).toBe(before);
    }
  });
});
