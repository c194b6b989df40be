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

test('the stack that was chosen opens first on every page, before the tabs are ready too', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.getByRole('tab', { name: 'nginx server' }).click();
  await expect(page.getByRole('tab', { name: 'nginx server', selected: true })).toBeVisible();
  await page.goto('/causes/redirect-drops-authorization');
  await expect(page.getByRole('tab', { name: 'nginx server', selected: true })).toBeVisible();
  // Nobody has chosen here, so the first one opens where there is none for nginx.
  await page.goto('/causes/expired-token');
  await expect(page.getByRole('tab', { name: 'fetch client', selected: true })).toBeVisible();
});

test('no snippet moves while the page starts', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('doorman:stack', 'nginx'));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/causes/redirect-drops-authorization', { waitUntil: 'commit' });
  await expect(page.getByRole('region', { name: 'nginx, server' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'fetch in Node, client' })).toBeHidden();
});
