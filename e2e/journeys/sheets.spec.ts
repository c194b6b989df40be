import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { checkEveryView } from '@/e2e/axe';
import { send } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';
import { asker } from '@/e2e/wire';
import { loadExercise } from '@/lib/exercises';

test.use({ reuseContext: true });

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
  test.setTimeout(120_000);
  await checkEveryView(page);
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
  await page.getByRole('button', { name: 'Load the request for the badge' }).click();
  await send(page).click();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'See your badge' }).click();
  await expect(page.getByRole('article', { name: 'The night shift' })).toBeVisible();
  await expect(page.getByText('Genuine')).toBeVisible();
});

test('after Send the sum and every verdict are seen where I pressed', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/lessons/choose-the-answer');
  await started(page);
  const form = page.getByRole('form', { name: /^Request: Five/ });
  await form.getByLabel('Status for shelf-stranger').selectOption('403');
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  const result = form.getByRole('region', { name: 'Result' });
  await expect(result.getByText('0 of 5 right')).toBeInViewport({ ratio: 1 });
  await expect(result.getByRole('button', { name: 'not right: shelf-stranger' })).toBeInViewport({
    ratio: 1,
  });
  await expect(result.getByRole('button', { name: 'not answered: plans-stranger' })).toBeInViewport({
    ratio: 1,
  });

  await result.getByRole('button', { name: 'not answered: plans-stranger' }).click();
  await expect(form.getByLabel('Status for plans-stranger')).toBeInViewport();
});

test('an incident that I load comes into view, and the focus with it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/lessons/incident-exam');
  await started(page);
  const sheet = page.getByRole('region', { name: 'Incidents' });
  const path = (await sheet.locator('.font-mono').nth(1).textContent())?.split(' ')[1] ?? '';
  await sheet.getByRole('button', { name: 'Load incident 2 as captured' }).click();
  await expect(page.getByLabel('Method', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Path', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel('Path', { exact: true })).toHaveValue(path);
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'Incident 2, as it was captured: not sent yet',
  );
  await expect(page.getByLabel('Value of header 1')).toBeInViewport({ ratio: 1 });
});

test('the exam has hints and no worked solution', async ({ request }) => {
  const { brief } = await readBrief(request, 'incident-exam');
  expect(brief.hints).toBe(3);
  expect((await request.get(`${brief.urls.hints}/4`)).status()).toBe(404);
});
