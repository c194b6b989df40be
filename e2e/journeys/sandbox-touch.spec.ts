/** The sandbox with a finger: nothing that a phone has not. */
import { expect, test } from '@playwright/test';
import { response } from '@/e2e/sandbox-page';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } });

test('no key is suggested where there are none', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await page.getByRole('button', { name: 'Just send' }).tap();
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(page.getByText('Ctrl ↵')).toBeHidden();
});
