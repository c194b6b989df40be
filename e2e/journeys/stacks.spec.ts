/** The record of real stacks, as somebody finds a stack, a question or a departure in it. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

interface Stored {
  answers: Record<string, Record<string, { notApplicable?: string; response?: string }>>;
}

const stored = (name: string): Stored => JSON.parse(readFileSync(`stacks/record/${name}.json`, 'utf8'));
const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });

async function open(page: Page, path: string) {
  await page.goto(path);
  await started(page);
}

test('a cell says what was recorded, and opens the exchange', async ({ page }) => {
  await open(page, '/stacks');
  const jetty = row(page, 'Jetty with BASIC');
  await jetty.getByRole('link', { name: /^500/ }).first().click();
  await expect(page).toHaveURL(/\/stacks\/jetty#malformed-basic$/);
  const exchange = page.getByRole('group').filter({ hasText: 'Authorization: Basic ada:toy-teapot' });
  await expect(exchange.getByText('HTTP/1.1 500 Server Error')).toBeVisible();
  const raw = stored('jetty').answers.default?.['malformed-basic']?.response ?? '';
  expect(raw).toMatch(/^HTTP\/1\.1 500 Server Error\r\n/);
});

test('one question, one language and one departure can be chosen, and the address keeps them', async ({
  page,
}) => {
  await open(page, '/stacks');
  const all = await page.getByRole('rowheader').count();
  expect(all).toBeGreaterThanOrEqual(24);

  await page.getByLabel('Question', { exact: true }).selectOption('CSRF token missing');
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'A form is sent with the session cookie',
  );
  await expect(row(page, 'Rails').getByRole('link', { name: /^422/ })).toBeVisible();
  // nginx knows no forms: the question makes no sense there.
  await expect(row(page, 'nginx with auth_basic')).toHaveCount(0);

  await page.getByLabel('Language').selectOption('Ruby');
  await expect(page.getByRole('main').getByRole('status')).toContainText('1 stack.');
  await page.reload();
  await expect(page.getByLabel('Language')).toHaveValue('Ruby');
  await expect(page.getByRole('main').getByRole('status')).toContainText('1 stack.');

  await open(page, '/stacks?departure=405-without-allow');
  await expect(row(page, 'nginx with auth_basic')).toBeVisible();
  await expect(row(page, 'Koa with koa-jwt')).toHaveCount(0);
});

test('an address with nonsense in it shows everything', async ({ page }) => {
  await open(page, '/stacks?question=%22%5D&language=Latin&departure=');
  await expect(page.getByRole('columnheader').nth(5)).toBeVisible();
  await expect(page.getByLabel('Language')).toHaveValue('');
  await expect(row(page, 'Rails')).toBeVisible();
});

test('a phone shows one question at a time, and no page is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    '/stacks',
    '/stacks?question=no-host',
    '/stacks/mcp',
    '/stacks/docker-registry#unknown-path',
  ]) {
    await open(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await open(page, '/stacks?question=no-host');
  // What is chosen can be read: two menus beside each other would cut it.
  expect((await page.getByLabel('Departure').boundingBox())?.width).toBeGreaterThan(300);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await expect(row(page, 'Rails').getByRole('link', { name: /^200/ })).toBeVisible();
});

test('a stack has a page: what surprises, where it departs, what to configure before and after', async ({
  page,
}) => {
  await open(page, '/stacks/apache');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apache httpd with mod_auth_basic');
  const configure = page.getByRole('region', { name: 'What to configure' });
  await expect(configure).toContainText('AuthzSendForbiddenOnFailure');
  await expect(configure.getByText('401').first()).toBeVisible();
  await expect(configure.getByText('403').first()).toBeVisible();
  const departures = page.getByRole('region', { name: 'Departures from the RFCs' });
  await expect(departures.getByRole('link', { name: 'RFC 9110 §11.4' }).first()).toHaveAttribute(
    'href',
    /rfc9110#section-11\.4$/,
  );
  await expect(page.getByRole('region', { name: 'The texts it prints' })).toContainText('could not verify');
});

test('the record can be downloaded whole, and as a table', async ({ request }) => {
  const json = await request.get('/stacks/record.json');
  expect(json.headers()['content-type']).toContain('application/json');
  const { records } = (await json.json()) as { records: { name: string; answers: unknown }[] };
  expect(records.find(({ name }) => name === 'apache')?.answers).toEqual(stored('apache').answers);
  const csv = await request.get('/stacks/record.csv');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain('"jetty","Jetty with BASIC","Java"');
});

test('a stack that nobody recorded is a 404', async ({ request }) => {
  expect((await request.get('/stacks/no-such-stack')).status()).toBe(404);
});
