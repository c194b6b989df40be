import { expect, type Page, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { watchLoginDialogs } from '@/e2e/login-dialogs';
import { started } from '@/e2e/started';

const region = (page: Page) => page.getByRole('region', { name: 'Knock at a real door' });
const knock = (page: Page) => region(page).getByRole('button', { name: 'Knock', exact: true });

test('I knock and see a real 401 with the line that says how to answer', async ({ page }) => {
  await page.goto('/');
  const answered = page.waitForResponse(/\/api\/sandbox\/first-401\//);
  await knock(page).click();
  expect((await answered).status()).toBe(401);

  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
  await expect(region(page).getByText('HTTP/1.1 401 Unauthorized')).toBeVisible();
  await expect(
    region(page)
      .getByText(/^WWW-Authenticate: Basic realm="front door"/)
      .first(),
  ).toBeVisible();
  await expect(
    region(page).getByRole('img', {
      name: 'syntax passed, authentication refused with 401, authorization not reached',
    }),
  ).toBeVisible();
});

test('I answer as Ada, get in, and then meet a 403, and no login dialog ever opens', async ({ page }) => {
  const dialogs = await watchLoginDialogs(page);
  await page.goto('/');
  await knock(page).click();
  await region(page).getByRole('button', { name: 'Answer as Ada' }).click();

  await expect(region(page).getByText('200 OK: come in')).toBeVisible();
  await expect(region(page).getByText('The server says: “Good evening, Ada. Come in.”')).toBeVisible();
  await expect(
    region(page)
      .getByText(/^Authorization: Basic /)
      .first(),
  ).toBeVisible();
  await expect(
    region(page).getByRole('img', { name: 'syntax passed, authentication passed, authorization passed' }),
  ).toBeVisible();

  await region(page).getByRole('button', { name: 'Now meet a 403' }).click();
  await expect(region(page).getByText('403 Forbidden: known, and refused')).toBeVisible();
  await expect(region(page).getByRole('img', { name: 'authorization refused with 403' })).toBeVisible();
  expect(dialogs()).toBe(0);
});

test('the watch on login dialogs would have seen one', async ({ page }) => {
  const dialogs = await watchLoginDialogs(page);
  await page.goto('/');
  const path = `/api/sandbox/first-401/${newAttempt()}/`;
  await page.evaluate((target) => fetch(target, { credentials: 'include' }), path);
  expect(dialogs()).toBe(1);
});

test('the keyboard alone takes me from the first knock to a 200, a 403 and the first lesson', async ({
  page,
}) => {
  await page.goto('/');
  await expect(knock(page)).toBeVisible();
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await knock(page).evaluate((button) => button === document.activeElement)) break;
  }
  await expect(knock(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(region(page).getByRole('button', { name: 'Answer as Ada' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(region(page).getByText('200 OK: come in')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(region(page).getByRole('link', { name: 'First lesson' })).toBeFocused();
});

test('what crossed the wire is there in full', async ({ page }) => {
  await page.goto('/');
  await knock(page).click();
  await region(page)
    .getByText(/^All \d+ headers, in order$/)
    .click();
  await expect(region(page).getByText(/^User-Agent: Mozilla/)).toBeVisible();
});

test('what I did here solves no exercise elsewhere', async ({ page }) => {
  await page.goto('/');
  await knock(page).click();
  await region(page).getByRole('button', { name: 'Answer as Ada' }).click();
  await expect(region(page).getByText('200 OK: come in')).toBeVisible();
  await page.goto('/sandbox/first-401');
  await started(page);
  await expect(page.getByText('Solved')).toHaveCount(0);
  await expect(page.getByText('Nothing has been sent yet.', { exact: false })).toBeVisible();
});

test('a network that is away looks different from any status, and I can try again', async ({ page }) => {
  await page.goto('/');
  await page.route('**/api/sandbox/**', (route) => route.abort('connectionrefused'));
  await knock(page).click();
  await expect(region(page).getByText('No response came')).toBeVisible();
  await page.unroute('**/api/sandbox/**');
  await region(page).getByRole('button', { name: 'Try again' }).click();
  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
});

test('a server that is slow is said to be slow, and I may stop waiting', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await page.route('**/api/sandbox/**', () => {});
  await knock(page).click();
  await expect(region(page).getByRole('button', { name: 'Knocking…' })).toBeVisible();
  // Time stands still from there on, or the page would give up by itself.
  await page.clock.pauseAt(Date.now() + 3000);
  await expect(region(page).getByText('The server has not answered yet')).toBeVisible();
  await region(page).getByRole('button', { name: 'Stop waiting' }).click();
  await expect(region(page).getByText('No response came')).toBeVisible();
});

test('nothing moves when an answer comes', async ({ page }) => {
  await page.goto('/');
  const height = () => region(page).evaluate((region) => region.getBoundingClientRect().height);
  const before = await height();
  await knock(page).click();
  await expect(region(page).getByRole('button', { name: 'Answer as Ada' })).toBeVisible();
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(4);
});

test('I choose dark, and it is still dark after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  expect(await ground()).not.toBe(light);
});

test('an address that leads nowhere answers 404 and shows the way back', async ({ page }) => {
  const response = await page.goto('/no/such/door');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /401 asks who you are/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page still says how to knock from a terminal', async ({ page, request }) => {
    expect(await (await request.get('/')).text()).toContain('<noscript><p');
    await page.goto('/');
    const terminal = page.getByRole('region', { name: 'Send it from your own terminal' });
    await expect(
      terminal.getByText(/curl -i .*\/api\/sandbox\/first-401\/knock-knock\//).first(),
    ).toBeVisible();
  });
});
