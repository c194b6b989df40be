import { expect, test } from '@playwright/test';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

test('a replayed proof is replaced by a new one, made in the page', async ({ page }) => {
  await page.goto('/sandbox/replayed-proof');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByText('401').first()).toBeVisible();
  await page.getByRole('button', { name: 'DPoP, Base64, JWT, time', exact: true }).click();
  await expect(page.getByLabel(/^Nonce/)).toHaveValue(/^[\w-]{20,}$/);
  await page.getByRole('button', { name: 'Make the proof' }).click();
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText('Solved').first()).toBeVisible();
});

test('a key that is none is told, and nothing breaks', async ({ page }) => {
  await page.goto('/sandbox/proof-for-another-url');
  await started(page);
  await page.getByRole('button', { name: 'DPoP, Base64, JWT, time', exact: true }).click();
  await page.getByLabel(/^Proof key/).fill('{"kty":"oct"}');
  await page.getByRole('button', { name: 'Make the proof' }).click();
  await expect(page.getByText(/^No proof was made/)).toBeVisible();
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('button', { name: 'Make the proof' }).click();
  await expect(page.getByText(/^No proof was made/)).toHaveCount(0);
});
