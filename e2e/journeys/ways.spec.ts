/** The ways through the course, and the page for teachers. */
import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { asker } from '@/e2e/wire';
import { loadExercise } from '@/lib/exercises';

test('somebody finds a way from home, its lessons, and its exam', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /four ways through the course, by what you do/ }).click();
  await expect(page).toHaveURL(/\/ways$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Four ways through the course' })).toBeVisible();
  await page.getByRole('link', { name: 'I call APIs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'I call APIs' })).toBeVisible();
  await expect(
    page.getByText(/^10 lessons, 2 h \d+ min; the exam takes about 14 minutes more$/),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'What it leaves out' })).toContainText('Cookies and CSRF');
  await page.getByRole('link', { name: 'Take the exam' }).click();
  await expect(page.getByRole('heading', { name: 'Exam: calling APIs' }).first()).toBeVisible();
});

test('the exam of a way gives a badge that the page of badges knows', async ({ page, request, baseURL }) => {
  const { wallet, base } = await readBrief(request, 'exam-running-servers');
  const exam = await loadExercise('exam-running-servers');
  await exam?.solution(wallet, asker(baseURL ?? '', base));
  const { badge } = (await (await request.get(`${base}/badge`)).json()) as { badge: string };
  await page.goto(`/badge#${badge}`);
  await expect(page.getByRole('status').filter({ hasText: 'Genuine' })).toBeVisible();
  const paper = page.getByRole('article', { name: 'Exam: running servers and proxies' });
  await expect(paper.getByRole('listitem')).toHaveCount(4);
});

test('the key of a badge is where the badge says, and at no other name', async ({ request, baseURL }) => {
  const { keys } = (await (await request.get('/.well-known/jwks.json')).json()) as {
    keys: { kid: string; x: string }[];
  };
  const [named, before] = keys;
  expect(named?.kid).toBe(`${baseURL}/.well-known/badge-keys/${before?.kid}`);
  const key = await request.get(named?.kid ?? '');
  expect(((await key.json()) as { x: string }).x).toBe(before?.x);
  expect(key.headers()['access-control-allow-origin']).toBe('*');
  expect((await request.get('/.well-known/badge-keys/another')).status()).toBe(404);
});
