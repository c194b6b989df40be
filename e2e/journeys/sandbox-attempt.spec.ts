import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { fieldValue, openPart, passwordOf, response, send, solveFirst, verdict } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const attemptOf = (page: Page) => page.getByText(/^attempt /).getAttribute('title');

test('a request of my terminal shows up while I look, and solves the exercise here', async ({ page }) => {
  test.skip(!hasCurl, 'curl is not installed');
  await page.goto('/sandbox/first-401');
  await started(page);
  const password = await passwordOf(page, 'Ada');
  await page.getByRole('tab', { name: 'Terminal' }).click();
  const command = (await page.getByRole('tabpanel', { name: 'curl' }).locator('pre').textContent()) ?? '';
  await expect(page.getByText('Waiting for your terminal…')).toBeVisible();

  await promisify(execFile)('sh', ['-c', `${command} -s`]);
  const list = page.getByRole('region', { name: 'What reached this attempt' });
  await expect(list.getByRole('button', { name: /401.*curl/ })).toBeVisible();
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(verdict(page)).toContainText('the request has no credentials');

  await promisify(execFile)('sh', ['-c', `${command} -s -u ada:${password}`]);
  await expect(list.getByRole('button', { name: /200.*curl.*solved/ })).toBeVisible();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await list.getByRole('button', { name: /401.*curl/ }).click();
  await expect(response(page)).toContainText('401 Unauthorized');
});

test('what I edited and what I solved is still there after a reload', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  const credentials = await fieldValue(page, 1).inputValue();
  const attempt = await attemptOf(page);

  await page.reload();
  await expect(fieldValue(page, 1)).toHaveValue(credentials);
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await expect(response(page)).toContainText('200 OK');
  expect(await attemptOf(page)).toBe(attempt);

  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  expect(stored).not.toContain(await passwordOf(page, 'Ada'));
  expect(stored).not.toContain(credentials);
});

test('a reset gives me new credentials and keeps nothing of the old ones', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  const password = await passwordOf(page, 'Ada');
  const attempt = await attemptOf(page);

  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => attemptOf(page)).not.toBe(attempt);
  await expect(page.getByRole('button', { name: 'Reset' })).toBeFocused();
  expect(await passwordOf(page, 'Ada')).not.toBe(password);
  await expect(fieldValue(page, 1)).toHaveValue('');
  await expect(response(page)).toHaveCount(0);
  await expect(page.getByText('Solved before', { exact: true })).toBeVisible();
});

test('a lesson begins afresh, whatever I did elsewhere, and each place keeps what I did in it', async ({
  page,
}) => {
  const doorway = page.getByRole('region', { name: 'A locked door' });
  const nothing = doorway.getByText('Nothing has been sent yet.');
  await page.goto('/');
  const home = page.getByRole('region', { name: 'Knock at a real door' });
  await home.getByRole('button', { name: 'Knock', exact: true }).click();
  await home.getByRole('button', { name: 'Answer as Ada' }).click();
  await expect(home.getByText('200 OK: come in')).toBeVisible();
  await page.goto('/sandbox/first-401');
  await started(page);
  await expect(nothing).toBeVisible();
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  const attempt = await attemptOf(page);

  await page.goto('/lessons/your-first-401');
  await doorway.scrollIntoViewIfNeeded();
  await expect(doorway.getByText('Solved before', { exact: true })).toBeVisible();
  await expect(nothing).toBeVisible();
  await expect(doorway.getByLabel('Name of header 1')).toHaveValue('');
  await doorway
    .getByRole('button', { name: /^(Just send|Send)$/ })
    .last()
    .click();
  await expect(doorway.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized');
  expect(await doorway.getByText(/^attempt /).getAttribute('title')).not.toBe(attempt);

  await page.goto('/sandbox/first-401');
  await expect(response(page)).toContainText('200 OK');
  expect(await attemptOf(page)).toBe(attempt);
});

test('where the log has forgotten what I sent, the page does not say that nothing was sent', async ({
  page,
}) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');

  await page.route('**/api/exchanges/**', (route) => route.fulfill({ json: [] }));
  await page.reload();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await expect(page.getByText('the server has forgotten it')).toBeVisible();
  await expect(page.getByText('Nothing has been sent yet.')).toHaveCount(0);

  await page.unroute('**/api/exchanges/**');
  await page.route('**/api/exchanges/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('the log of exchanges did not answer')).toBeVisible();
  await page.unroute('**/api/exchanges/**');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(response(page)).toContainText('200 OK');
});

test('two lessons with the same exercise have an attempt each', async ({ page }) => {
  const room = page.getByRole('region', { name: 'A 404 that hides a page' });
  await page.goto('/lessons/the-decision-tree');
  await room.getByRole('button', { name: 'Just send' }).click();
  await expect(room.getByRole('region', { name: 'Response' })).toBeVisible();
  await page.goto('/lessons/404-on-purpose');
  await room.scrollIntoViewIfNeeded();
  await expect(room.getByText(/^attempt /)).toBeVisible();
  await expect(room.getByText('Nothing has been sent yet.')).toBeVisible();
});

test('the text of a lesson hands me a request with my own credentials', async ({ page }) => {
  await page.goto('/lessons/your-first-403');
  const sandbox = page.getByRole('region', { name: 'Same page, another person' });
  await page.getByRole('link', { name: 'Grace', exact: true }).first().click();
  await expect(sandbox.getByText('The request was loaded into the sandbox.').first()).toBeVisible();
  await expect(sandbox.getByLabel('Value of header 1')).toHaveValue(/^Basic [A-Za-z0-9+/]+=*$/);
  expect(new URL(page.url()).pathname).toBe('/lessons/your-first-403');
  await sandbox.getByRole('button', { name: 'Just send' }).click();
  await expect(sandbox.getByRole('region', { name: 'Response' })).toContainText('403 Forbidden');
});

test('help opens step by step, and the worked solution gets through', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('tab', { name: 'Help' }).click();
  await expect(page.getByRole('button', { name: /^Show: / })).toHaveCount(1);
  await page.getByRole('tab', { name: 'Request' }).click();
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401 Unauthorized');

  await page.getByRole('tab', { name: 'Help' }).click();
  await expect(page.getByRole('button', { name: /^Show: / })).toHaveCount(4);
  await page.getByRole('button', { name: 'Show: The worked solution' }).click();
  await page.getByRole('button', { name: 'Put it into the request' }).click();
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
  await expect(page.getByText('Practised', { exact: true })).toBeVisible();

  await page.reload();
  await page.getByRole('tab', { name: 'Help' }).click();
  await expect(page.getByRole('button', { name: 'Begin a fresh attempt without it' })).toBeVisible();
});

test('where the browser keeps nothing, the sandbox works and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/sandbox/first-401');
  await started(page);
  await expect(page.getByText('This browser does not let the page keep anything').first()).toBeVisible();
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
});

test('a token of eight kilobytes breaks neither the page nor the answer', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/sandbox/bare-token');
  await started(page);
  await fieldValue(page, 1).fill(`Bearer ${'a'.repeat(8200)}`);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toBeVisible();
  await openPart(page, 'The request as it crossed the wire');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('without JavaScript the page gives me the curl line', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sandbox/first-401');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/curl -i .*\/api\/sandbox\/first-401\/my-attempt\//)).toBeVisible();
  await context.close();
});

test('an exercise that does not exist is a real 404', async ({ page }) => {
  for (const slug of ['no-such-exercise', 'constructor']) {
    expect((await page.goto(`/sandbox/${slug}`))?.status()).toBe(404);
  }
});
