// What goes wrong around a page: storage, clock, network, other tabs, texts that nobody thought of.

import { expect, type Page, test } from '@playwright/test';
import { fieldValue, openPart, openSandbox, response, solveFirst, trace } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const token = `Bearer ${'a'.repeat(8192)}`;
const just = (page: Page) => page.getByRole('button', { name: 'Just send' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

test('with full storage I can still solve an exercise, and I am told that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openSandbox(page, 'first-401');
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  await expect(page.getByText('The storage of this browser is full').first()).toBeVisible();
});

for (const year of [1999, 2038]) {
  test(`with the clock of my machine in ${year} the sandbox and the review work`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(Date.UTC(year, 0, 19)));
    await openSandbox(page, 'first-401');
    await solveFirst(page);
    await expect(response(page)).toContainText('200 OK');
    await page.goto('/review');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Invalid Date')).toHaveCount(0);
  });
}

test('while the network comes and goes, what I typed stays', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill('Basic not-yet');
  for (const isUp of [false, true, false, true]) {
    if (isUp) await page.unroute(/\/api\/sandbox\//);
    else await page.route(/\/api\/sandbox\//, (route) => route.abort());
    await just(page).or(send(page)).last().click();
    const failed = page.getByText('The request failed before any status came');
    if (isUp) {
      await expect(failed).toHaveCount(0);
      await expect(response(page)).toContainText(/40[01] /);
    } else await expect(failed).toBeVisible();
    await expect(fieldValue(page, 1)).toHaveValue('Basic not-yet');
  }
});

test('with a server that is dead the page says so, and goes on once it is back', async ({ page }) => {
  await page.route(/\/api\/briefs\//, (route) => route.abort());
  await page.goto('/sandbox/first-401');
  await started(page);
  const trouble = page.getByRole('alert').filter({ hasText: 'The sandbox could not be opened' });
  await expect(trouble).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await page.unroute(/\/api\/briefs\//);
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
});

test('a server that takes three seconds is waited for, and I may go on typing', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.route(/\/api\/sandbox\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await just(page).click();
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill('Basic typed-meanwhile');
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(fieldValue(page, 1)).toHaveValue('Basic typed-meanwhile');
});

test('two tabs with one exercise share the attempt, and neither breaks the other', async ({
  page,
  context,
}) => {
  await openSandbox(page, 'first-401');
  const attempt = (tab: Page) => tab.getByText(/^attempt /).getAttribute('title');
  const other = await context.newPage();
  await openSandbox(other, 'first-401');
  expect(await attempt(other)).toBe(await attempt(page));
  await solveFirst(other);
  await expect(other.getByText('Solved', { exact: true })).toBeVisible();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(async () => (await attempt(page)) === (await attempt(other))).toBe(true);
});

test('back and forward bring my request and what I looked for', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.getByLabel('Name of header 1').fill('X-Mine');
  await fieldValue(page, 1).fill('kept');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sandbox' }).click();
  await expect(page.getByText(/^All \d+ exercises\.$/)).toBeVisible();
  await page.getByLabel('First answer').selectOption('403');
  await expect(page).toHaveURL(/\?status=403$/);
  await page.goBack();
  await page.mouse.move(9, 9);
  await expect(fieldValue(page, 1)).toHaveValue('kept');
  await page.goForward();
  await expect(page.getByLabel('First answer')).toHaveValue('403');
  await expect(page.getByText(/^\d+ of \d+ exercises fit\.$/)).toBeVisible();
});

test('a token of eight kilobytes fits every view of a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openSandbox(page, 'bare-token');
  await fieldValue(page, 1).fill(token);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Raw' }).click();
  await expect(page.getByLabel('The request as HTTP text')).toHaveValue(/a{8192}/);
  expect(await overflow(page)).toBe(0);
  await just(page).click();
  await expect(response(page)).toBeVisible();
  await openPart(page, 'Headers of the response');
  await openPart(page, 'Every check');
  await trace(page).evaluate((element) => {
    for (const details of element.querySelectorAll('details')) details.open = true;
  });
  expect(await overflow(page)).toBe(0);
  await page.getByRole('tab', { name: 'Terminal' }).click();
  for (const client of await page.getByRole('tablist', { name: 'Client' }).getByRole('tab').all()) {
    await client.click();
    expect(await overflow(page)).toBe(0);
  }
});

test('text from right to left in a field value turns nothing else around', async ({ page }) => {
  await openSandbox(page, 'first-401');
  const value = '\u05e9\u05dc\u05d5\u05dd 123 \u202eabc';
  await page.getByLabel('Name of header 1').fill('X-Note');
  await fieldValue(page, 1).fill(value);
  await just(page).click();
  await expect(response(page)).toBeVisible();
  await openPart(page, 'The request as it crossed the wire');
  const note = page.locator('li').filter({ has: page.locator('bdi', { hasText: /^X-Note$/i }) });
  const [name, shown] = await note.locator('bdi').all();
  const left = (await name?.boundingBox())?.x ?? Number.NaN;
  expect((await shown?.boundingBox())?.x).toBeGreaterThan(left);
  await expect(fieldValue(page, 1)).toHaveValue(value);
  expect(await overflow(page)).toBe(0);
});

/** How many pixels the page is wider than the window. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
