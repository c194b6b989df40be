// The one page on which the browser is meant to open its own login dialog.

import { expect, type Page, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { started } from '@/e2e/started';

/** Answers the browser's dialog as `username`, and counts how often it opens. */
async function answerDialogs(page: Page, username: string, password: string): Promise<() => number> {
  const browser = await page.context().newCDPSession(page);
  let opened = 0;
  browser.on('Fetch.requestPaused', ({ requestId }) => {
    browser.send('Fetch.continueRequest', { requestId }).catch(() => {});
  });
  browser.on('Fetch.authRequired', ({ requestId }) => {
    opened++;
    const authChallengeResponse = { response: 'ProvideCredentials' as const, username, password };
    browser.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(() => {});
  });
  await browser.send('Fetch.enable', { handleAuthRequests: true });
  return () => opened;
}

test('going to the resource opens the dialog once; below it the browser answers by itself', async ({
  page,
  request,
}) => {
  const { wallet } = await readBrief(request, 'open-basic', 'native-dialog');
  await page.goto('/sandbox/open-basic');
  await started(page);
  await page.getByRole('link', { name: 'a page that shows it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The browser’s own dialog');
  const link = page.getByRole('link', { name: 'the resource', exact: true });
  const room = page.getByRole('link', { name: 'the administrator’s room' });
  await expect(page.getByRole('link', { name: 'the brief of this door' })).toHaveAttribute(
    'target',
    '_blank',
  );
  const [first, second] = [await link.getAttribute('href'), await room.getAttribute('href')];

  // A tab that a link opens could not be watched from its first request on.
  const dialogs = await answerDialogs(page, wallet['reader-username'] ?? '', wallet['reader-password'] ?? '');
  expect((await page.goto(first ?? ''))?.status()).toBe(200);
  expect(dialogs()).toBe(1);
  expect((await page.goto(second ?? ''))?.status()).toBe(403);
  expect(dialogs()).toBe(1);
});
