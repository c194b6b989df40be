/** Counts the login dialogs that a browser would open. */
import type { Page } from '@playwright/test';

/**
 * Watches a page from here on: each time the browser would ask for a name and a password of its own, the count goes
 * up and the dialog is cancelled. Returns the way to read the count.
 */
export async function watchLoginDialogs(page: Page): Promise<() => number> {
  const browser = await page.context().newCDPSession(page);
  let opened = 0;
  browser.on('Fetch.requestPaused', ({ requestId }) => {
    browser.send('Fetch.continueRequest', { requestId }).catch(() => {});
  });
  browser.on('Fetch.authRequired', ({ requestId }) => {
    opened++;
    const authChallengeResponse = { response: 'CancelAuth' as const };
    browser.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(() => {});
  });
  await browser.send('Fetch.enable', { handleAuthRequests: true });
  return () => opened;
}
