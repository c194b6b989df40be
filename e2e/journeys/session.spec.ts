/** A cookie session, begun in the page: the browser keeps the cookie and sends it where it belongs. */
import { expect, test } from '@playwright/test';
import { watchLoginDialogs } from '@/e2e/login-dialogs';
import { response, send, verdict } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test('I log in on the page, the browser keeps the cookie, and no login dialog opens', async ({ page }) => {
  const dialogs = await watchLoginDialogs(page);
  await page.goto('/sandbox/cookie-not-sent');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(verdict(page).getByText('no Cookie header', { exact: true })).toBeVisible();

  const password = await page.getByRole('button', { name: "Insert Ada's password" }).getAttribute('title');
  await page.getByRole('button', { name: 'Raw' }).click();
  const text = page.getByLabel('The request as HTTP text');
  await text.fill(
    `POST /login HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify({ username: 'ada', password })}`,
  );
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
  expect(
    (await page.context().cookies()).map(({ name, httpOnly, secure }) => [name, httpOnly, secure]),
  ).toEqual([['__Host-sid', true, true]]);

  await text.fill('GET /desk HTTP/1.1\n\n');
  await send(page).click();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await page.goto('/sandbox/first-401');
  await started(page);
  const plain = page.waitForRequest(/\/api\/sandbox\/first-401\//);
  await page.getByRole('button', { name: 'Just send' }).click();
  expect((await (await plain).allHeaders()).cookie).toBeUndefined();
  await expect(response(page)).toContainText('401 Unauthorized');
  expect(dialogs()).toBe(0);
});
