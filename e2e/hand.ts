import type { Page } from '@playwright/test';

/** Shows a page that somebody is there, so that its program starts. The first of two moves may come without a way. */
export async function showAHand(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
}
