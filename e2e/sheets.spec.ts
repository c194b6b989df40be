import { expect, test } from '@playwright/test';
import { loadExercise } from '@/lib/exercises';
import { readBrief } from './attempts';
import { send } from './sandbox-page';
import { started } from './started';
import { asker } from './wire';

test('the answer sheet writes what I choose into the request, and marks what comes back', async ({
  page,
}) => {
  await page.goto('/sandbox/answer-five');
  await started(page);
  const sheet = page.getByRole('region', { name: 'Answer sheet' });
  const realm = (await sheet.locator('code').textContent()) ?? '';
  await page.getByLabel('WWW-Authenticate for shelf-stranger').fill(`Basic realm="${realm}"`);
  await sheet.getByText('shelf-twice', { exact: true }).click();
  await page.getByLabel('Status for shelf-twice').selectOption('401');
  await expect(page.getByLabel('Body')).toHaveValue(/^shelf-stranger: 401\nWWW-Authenticate: Basic realm=/);
  await send(page).click();
  await expect(sheet).toContainText('1 of 5 right');
  await expect(sheet).toContainText('a 401 brings a challenge');

  await page.getByLabel('Status for shelf-twice').selectOption('400');
  await send(page).click();
  await expect(sheet).toContainText('2 of 5 right');
});

test('the exam shows my badge, whichever client solved the incidents', async ({ page, request, baseURL }) => {
  await page.goto('/sandbox/incident-exam');
  await started(page);
  const sheet = page.getByRole('region', { name: 'Incidents' });
  await expect(sheet).toContainText('0 of 6 solved');
  await sheet.getByRole('button', { name: 'Load incident 1 as captured' }).click();
  await send(page).click();
  await expect(page.getByRole('region', { name: 'Response' })).toContainText(/40[0134]/);

  const attempt = (await page.getByText(/^attempt /).getAttribute('title')) ?? '';
  const { wallet, base } = await readBrief(request, 'incident-exam', attempt);
  const exam = await loadExercise('incident-exam');
  await exam?.solution(wallet, asker(baseURL ?? '', base));
  await page.reload();
  await expect(sheet).toContainText('6 of 6 solved');
  await sheet.getByRole('button', { name: 'Load the request for the badge' }).click();
  await send(page).click();
  await expect(sheet).toContainText('The night shift is over');
  await expect(sheet.getByRole('img', { name: 'Three open gates' })).toBeVisible();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});

test('the exam has hints and no worked solution', async ({ request }) => {
  const { brief } = await readBrief(request, 'incident-exam');
  expect(brief.hints).toBe(3);
  expect((await request.get(`${brief.urls.hints}/4`)).status()).toBe(404);
});
