/** Links that bring a request to somebody else: what they carry, and what they leave out. */
import { expect, test } from '@playwright/test';
import { checkEveryView } from '@/e2e/axe';
import { base64, fieldValue, passwordOf, solveFirst } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

test('a link brings my request to somebody else, and none of my credentials', async ({ page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/sandbox/first-401');
  await started(page);
  await solveFirst(page);
  const password = await passwordOf(page, 'Ada');
  await page.getByRole('button', { name: 'Copy a link to this request' }).click();
  const panel = page.getByRole('region', { name: 'What the link carries' });
  await expect(panel).toContainText('GET /, the header Authorization');
  await expect(panel).toContainText('A placeholder for each of your credentials');
  await expect(panel.getByRole('checkbox')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Copy the link' }).click();
  await expect(panel.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const content = Buffer.from(link.split('#draft=')[1] ?? '', 'base64url').toString();
  expect(content).toContain('{base64:username:password}');
  for (const secret of [password, base64(`ada:${password}`)]) {
    expect(link).not.toContain(secret);
    expect(content).not.toContain(secret);
  }

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(
    other.getByText('A shared request was loaded, with your own credentials.').first(),
  ).toBeVisible();
  const otherPassword = await passwordOf(other, 'Ada');
  expect(otherPassword).not.toBe(password);
  await expect(fieldValue(other, 1)).toHaveValue(`Basic ${base64(`ada:${otherPassword}`)}`);
  expect(new URL(other.url()).hash).toBe('');
  await other.context().close();
});

test('credentials that I typed stay out of a link until I tick them', async ({ page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill(`Basic ${base64('secret:shared')}`);
  await page.getByLabel('Path').fill('/?access_token=abc-123&page=2');
  await page.getByRole('button', { name: 'Copy a link to this request' }).click();
  const panel = page.getByRole('region', { name: 'What the link carries' });
  await expect(panel).toContainText('access_token in the path and Authorization');
  const copied = async () => {
    await panel.getByRole('button', { name: 'Copy the link' }).click();
    await expect(panel.getByText('Copied.')).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const bare = await copied();
  const content = Buffer.from(bare.split('#draft=')[1] ?? '', 'base64url').toString();
  for (const secret of ['shared', base64('secret:shared'), 'abc-123']) expect(content).not.toContain(secret);
  expect(content).toContain('page=2');

  await checkEveryView(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await panel.getByRole('checkbox', { name: /Send along what I typed/ }).check();
  const whole = await copied();
  expect(Buffer.from(whole.split('#draft=')[1] ?? '', 'base64url').toString()).toContain('abc-123');

  const other = await (await browser.newContext()).newPage();
  await other.goto(bare);
  await expect(other.getByText('It came without credentials').first()).toBeVisible();
  await expect(fieldValue(other, 1)).toHaveValue('Basic left-out');
  await other.goto('about:blank');
  await other.goto(whole);
  await expect(other.getByText('with credentials that came in the link').first()).toBeVisible();
  await expect(fieldValue(other, 1)).toHaveValue(`Basic ${base64('secret:shared')}`);
  await other.context().close();
});

test('what looks like a real secret is not shared, ticked or not', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill(`Bearer ghp_${'a1B2'.repeat(9)}`);
  await page.getByRole('button', { name: 'Copy a link to this request' }).click();
  const panel = page.getByRole('region', { name: 'What the link carries' });
  await expect(panel.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  await panel.getByRole('checkbox').check();
  await expect(panel.getByText('the request contains what looks like a GitHub token')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy the link' })).toHaveCount(0);
});

test('a damaged link says so and does no harm', async ({ page }) => {
  await page.goto('/sandbox/first-401#draft=%00%ff<svg onload=alert(1)>');
  await started(page);
  await expect(page.getByText('The link is damaged: it does not contain a request.').first()).toBeVisible();
  await expect(page.getByLabel('Path')).toHaveValue('/');
});
