/** A class opens the teacher's machine by its address on the local network: plain HTTP, so no secure context. */

import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { response, send } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';
import type { Brief } from '@/lib/draft/exchange';

const address = Object.values(networkInterfaces())
  .flatMap((address) => address ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skip(address === undefined, 'this machine has no address on a network');

const there = (baseURL: string | undefined, path: string) =>
  `http://${address}:${new URL(baseURL ?? '').port}${path}`;

test('over plain HTTP an exercise is met and solved as anywhere else', async ({ page, baseURL }) => {
  await page.goto(there(baseURL, '/sandbox/first-401'));
  await started(page);
  expect(await page.evaluate(() => typeof crypto.subtle)).toBe('undefined');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401');
});

for (const slug of ['replayed-proof', 'stale-signature']) {
  test(`over plain HTTP the tool of ${slug} says why it cannot sign`, async ({ page, baseURL }) => {
    await page.goto(there(baseURL, `/sandbox/${slug}`));
    await started(page);
    await page.getByRole('button', { name: /Base64, JWT/ }).click();
    await expect(page.getByText('where browsers have no Web Crypto')).toBeVisible();
    await page.getByRole('button', { name: 'Just send' }).click();
    await expect(response(page)).toContainText('401');
  });
}

test('over plain HTTP Digest is computed all the same', async ({ page, baseURL }) => {
  const asked = page.waitForResponse(/\/api\/briefs\//);
  await page.goto(there(baseURL, '/sandbox/stale-nonce'));
  await started(page);
  const { wallet } = (await (await asked).json()) as Brief;
  const toy = (kind: string) => wallet.find(({ name }) => name.endsWith(kind))?.value ?? '';
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401');
  await page.getByRole('button', { name: /Base64, JWT/ }).click();
  await page.getByLabel('User name for Digest').fill(toy('username'));
  await page.getByLabel('Password for Digest').fill(toy('password'));
  await page.getByRole('button', { name: 'Insert as Authorization: Digest' }).click();
  await send(page).click();
  await expect(response(page)).toContainText('200');
});
