/** The snippets of a lesson as a reader meets them: one at a time under tabs, or all of them without scripts. */
import { expect, test } from '@playwright/test';
import { loadSnippets } from '@/lib/content/snippets';

const lesson = '/lessons/preflight-has-no-credentials';

test('the tabs show one program at a time and copy it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lesson);
  const [, nginx] = loadSnippets('preflight-first').snippets;
  await page.getByRole('tab', { name: 'nginx server' }).click();
  await expect(page.getByRole('region', { name: 'nginx, server' })).toContainText('auth_basic_user_file');
  await expect(page.getByRole('region', { name: 'Express, server' })).toBeHidden();
  await page.getByRole('button', { name: 'Copy nginx' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(nginx?.text);
});

test('without scripts every program is shown, under its name', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(lesson);
  for (const { title, side } of loadSnippets('preflight-first').snippets) {
    await expect(page.getByText(`${title}, ${side}`, { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: `${title}, ${side}` })).toBeVisible();
  }
  await expect(page.getByRole('tab', { name: 'nginx server' })).toBeHidden();
  await context.close();
});
