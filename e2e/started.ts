import type { Page } from '@playwright/test';

/** Waits until the program of a page answers what is done to it. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.doorman?.isReady);
}
