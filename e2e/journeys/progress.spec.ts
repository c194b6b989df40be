import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { answer, firstOfKind, form, hydrated, openQuiz } from '@/e2e/quizzes';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const { path, item } = firstOfKind('choose');
const key = 'doorman:progress';

const panel = (page: Page) => page.getByRole('region', { name: 'Your progress' });
const answered = (page: Page, count: string) => expect(panel(page)).toContainText(`${count} answered`);

async function importFile(page: Page, name: string, text: string) {
  await page.getByLabel('Progress file').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^doorman-progress-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await file.path(), 'utf8');
}

test('I export, forget everything, import, and all is back', async ({ page }) => {
  await openQuiz(page, path);
  await answer(page, item);
  await page.goto('/lessons');
  await answered(page, '1 question');
  const file = await exported(page);

  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await answered(page, '0 questions');

  await importFile(page, 'mine.json', file);
  await expect(page.getByText('“mine.json” was merged into what was here.')).toBeVisible();
  await answered(page, '1 question');
  await page.goto(path);
  await hydrated(page);
  await expect(form(page, item).getByText('That is right.')).toBeVisible();
});

test('I change my mind at the question, and nothing is forgotten', async ({ page }) => {
  await openQuiz(page, path);
  await answer(page, item);
  await page.goto('/lessons');
  await answered(page, '1 question');
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Forget everything' })).toBeFocused();
  await answered(page, '1 question');
});

test('I forget one exercise, and the rest stays', async ({ page }) => {
  await openQuiz(page, path);
  await answer(page, item);
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('img', { name: 'authentication refused with 401' })).toBeVisible();
  await page.goto('/lessons');
  await page.getByLabel('Forget one exercise').selectOption({ label: 'A locked door' });
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText('“A locked door” was forgotten and can be begun again.')).toBeVisible();
  await answered(page, '1 question');
  await page.goto('/sandbox');
  await started(page);
  await expect(page.getByText('Tried', { exact: true })).toHaveCount(0);
});

test('two open tabs agree', async ({ page, context }) => {
  await openQuiz(page, path);
  const other = await context.newPage();
  await other.goto('/lessons');
  await answered(other, '0 questions');
  await answer(page, item);
  await answered(other, '1 question');
  await other.getByRole('button', { name: 'Forget everything' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await expect(form(page, item).getByRole('button', { name: 'Check', exact: true })).toBeVisible();
});

for (const [what, text, reason] of [
  [
    'a newer file',
    '{"version":5,"lessons":{}}',
    'It was written by a newer Doorman (version 5, this one knows 4)',
  ],
  ['a damaged file', '{"version":1,"less', 'it is not JSON'],
  ['another file', '{"name":"doorman"}', 'This is not a progress file'],
  [
    'a file with a wrong date',
    '{"version":1,"resets":{"exercises":{}},"lessons":{"a":"now"}}',
    '“lessons.a”',
  ],
] as const) {
  test(`${what} is refused with its reason, and nothing is lost`, async ({ page }) => {
    await openQuiz(page, path);
    await answer(page, item);
    await page.goto('/lessons');
    await answered(page, '1 question');
    const before = await page.evaluate((name) => localStorage.getItem(name), key);
    await importFile(page, 'other.json', text);
    await expect(page.getByText('“other.json” was not taken, and nothing was changed.')).toContainText(
      reason,
    );
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(before);
    await answered(page, '1 question');
  });
}

test('a browser that keeps nothing says so, and the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openQuiz(page, path);
  await answer(page, item);
  await page.getByRole('link', { name: 'Lessons', exact: true }).first().click();
  await expect(panel(page)).toContainText('The storage of this browser is full');
  await answered(page, '1 question');
  expect(await exported(page)).toContain(item.id);
});

test('damaged storage is set aside under another name, and said', async ({ page }) => {
  await page.addInitScript((name) => {
    if (!localStorage.getItem(`${name}:damaged`)) localStorage.setItem(name, '{"version":1,"les');
  }, key);
  await page.goto('/lessons');
  await expect(panel(page)).toContainText('was set aside under “doorman:progress:damaged”');
  expect(await page.evaluate((name) => localStorage.getItem(`${name}:damaged`), key)).toBe(
    '{"version":1,"les',
  );
});

test('storage of a newer Doorman is left alone', async ({ page }) => {
  const newer = '{"version":9,"treasure":true}';
  await page.addInitScript(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, newer]);
  await page.goto(path);
  await hydrated(page);
  await answer(page, item);
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(newer);
});
