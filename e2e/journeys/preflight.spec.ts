// A page of another origin: the browser's preflight carries no credentials, and a 401 to it stops everything.

import { expect, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { base64, send } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

test('a page of another origin gets through once the preflight comes first', async ({
  page,
  request,
  baseURL,
}) => {
  const { wallet, base } = await readBrief(request, 'preflight-without-credentials');
  const elsewhere = `${baseURL?.replace('localhost', '127.0.0.1')}${base}`;
  const credentials = `Basic ${base64(`${wallet['alan-username']}:${wallet['alan-password']}`)}`;
  const order = (names: string[]) => request.post(`${base}/order`, { data: { order: names } });
  const ask = () =>
    page.evaluate(
      async ([url = '', authorization = '']) => {
        try {
          const options = { headers: { Authorization: authorization }, credentials: 'omit' as const };
          const response = await fetch(url, options);
          return [response.status, Object.keys(await response.json())];
        } catch (error) {
          return (error as Error).name;
        }
      },
      [`${elsewhere}/shelf`, credentials],
    );
  await page.goto('/api/exercises');
  expect(await ask()).toBe('TypeError');
  await expect
    .poll(async () => {
      const log = await (await request.get(base.replace('sandbox', 'exchanges'))).json();
      return log.map(({ request: { method }, response: { status } }: never) => [method, status]);
    })
    .toEqual([['OPTIONS', 401]]);

  expect((await order(['preflight'])).status()).toBe(400);
  expect((await order(['authentication', 'preflight'])).status()).toBe(422);
  expect((await order(['preflight', 'authentication'])).status()).toBe(200);
  expect(await ask()).toEqual([200, expect.arrayContaining(['shelf'])]);
  const plain = await request.get(`${base}/shelf`);
  expect(plain.status()).toBe(401);
});

test('the exercise is solved on the page: set the order, then load the preflight again', async ({ page }) => {
  await page.goto('/sandbox/preflight-without-credentials');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  const response = page.getByRole('region', { name: 'Response' });
  await expect(response).toContainText('401 Unauthorized');
  await page.getByRole('button', { name: 'Move up: preflight' }).click();
  await expect(page.getByLabel('Body')).toHaveValue('preflight, authentication');
  await send(page).click();
  await expect(page.getByRole('group', { name: 'Verdict' })).toContainText('it is right');
  await page.getByRole('button', { name: 'Load OPTIONS /shelf again' }).click();
  await send(page).click();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});
