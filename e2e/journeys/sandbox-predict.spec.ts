/** Say the number first: a prediction for each request, beside that request alone, and nothing that moves. */
import { expect, type Page, test } from '@playwright/test';
import { openSandbox, response, send } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const sandbox = (page: Page) => page.getByRole('region', { name: 'Be refused on purpose' });
const choices = (page: Page) => page.getByRole('group', { name: /^Which status will come\?/ });
const justSend = (page: Page) => page.getByRole('button', { name: 'Just send' });

/** Opens lesson 3 and waits for its sandbox, which comes once somebody moves. */
async function openLesson(page: Page) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/lessons/the-decision-tree');
  await started(page);
  await expect(sandbox(page).getByRole('button', { name: 'Reset' })).toBeVisible({ timeout: 30_000 });
}

/** Loads a request that the text of lesson 3 offers. */
async function knock(page: Page, name: string, room: string) {
  const row = page.getByRole('row').filter({ hasText: room });
  await row.getByRole('link', { name, exact: true }).click();
  await expect(sandbox(page).getByText('Nothing is sent yet.').first()).toBeVisible();
}

test('I say a number for each request that a lesson loads, and each is compared with its own answer', async ({
  page,
}) => {
  await openLesson(page);
  const inside = sandbox(page);
  await knock(page, 'none', 'Archive');
  await inside.getByRole('radio', { name: '403 Forbidden' }).check();
  await inside.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(inside.getByText(/You predicted 403, it was 401/)).toBeVisible();

  await knock(page, 'Grace', 'Cellar');
  await expect(inside.getByText(/You predicted/)).toHaveCount(0);
  await expect(inside.getByRole('radio', { checked: true })).toHaveCount(0);
  await inside.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(inside.getByText('Choose a status first, or press Just send.')).toBeVisible();
  await inside.getByRole('radio', { name: '404 Not Found' }).check();
  await inside.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(inside.getByText(/You predicted 404, and so it was/)).toBeVisible();
});

test('a request that I edit after sending is another one: no prediction stands beside it', async ({
  page,
}) => {
  await openSandbox(page, 'first-401');
  await page.getByRole('radio', { name: '401 Unauthorized' }).check();
  await send(page).click();
  await expect(page.getByText(/You predicted 401, and so it was/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/You predicted 401, and so it was/)).toBeVisible();
  await page.getByLabel('Name of header 1').fill('Accept');
  await expect(page.getByText(/You predicted/)).toHaveCount(0);
  await expect(choices(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Accept');
  await page.reload();
  await expect(page.getByLabel('Name of header 1')).toHaveValue('Accept');
  await expect(choices(page)).toBeVisible();
});

for (const [slug, ...names] of [
  ['redirect-eats-authorization', '302 Found', '308 Permanent Redirect'],
  ['header-too-large', '431 Request Header Fields Too Large'],
  ['blocked-for-legal-reasons', '451 Unavailable For Legal Reasons'],
  ['captive-portal', '511 Network Authentication Required'],
] as const) {
  test(`${slug} offers ${names.join(' and ')} to predict, among the common ones`, async ({ page }) => {
    await openSandbox(page, slug);
    for (const name of [...names, '200 OK', '401 Unauthorized', '403 Forbidden'])
      await expect(page.getByRole('radio', { name, exact: true })).toBeVisible();
    const values = await page
      .getByRole('radio')
      .evaluateAll((all) => all.map((input) => Number(input.getAttribute('value'))));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
}

test('with the keyboard I predict and send, and the focus waits on Send', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.getByRole('radio', { name: '401 Unauthorized' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/You predicted 401, and so it was/)).toBeVisible();
  await expect(send(page)).toBeFocused();
});

for (const width of [1440, 360]) {
  test(`Send and what is above it stay where they are when it is pressed, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const slug of ['first-401', 'redirect-eats-authorization', 'csrf-token-missing']) {
      await openSandbox(page, slug);
      // Below the tabs, since the page may scroll to the answer; on a narrow screen the answer stands before the rest.
      const places = () =>
        page.evaluate(
          (names) =>
            names.map((name) => {
              const button = [...document.querySelectorAll('button')].find(
                (button) => button.textContent?.trim() === name,
              );
              const tabs = document.querySelector('[role=tablist]');
              return (button?.getBoundingClientRect().top ?? 0) - (tabs?.getBoundingClientRect().top ?? 0);
            }),
          width > 1000 ? ['Send', 'Reset'] : ['Send'],
        );
      await page.getByRole('button', { name: 'Reset' }).scrollIntoViewIfNeeded();
      const before = await places();
      await send(page).click();
      await expect(page.getByText('Choose a status first, or press Just send.')).toBeVisible();
      expect(await places(), slug).toEqual(before);
      await justSend(page).click();
      await expect(response(page)).toBeVisible();
      await expect(page.getByText(/^It was/)).toBeVisible();
      expect(await places(), slug).toEqual(before);
    }
  });
}

test('a loaded request keeps its note when it is sent, so that Send stays', async ({ page }) => {
  await openLesson(page);
  const inside = sandbox(page);
  await knock(page, 'none', 'Archive');
  const button = inside.getByRole('button', { name: 'Send', exact: true });
  await inside.getByRole('radio', { name: '401 Unauthorized' }).check();
  // Below the tabs: the panel may scroll to the answer.
  const place = async () =>
    ((await button.boundingBox())?.y ?? 0) - ((await inside.getByRole('tablist').boundingBox())?.y ?? 0);
  const before = await place();
  await button.click();
  await expect(inside.getByText(/You predicted 401, and so it was/)).toBeVisible();
  // Two places on a panel that was scrolled are rounded each by itself.
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
});
