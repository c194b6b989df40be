// A page of another origin: the browser's preflight carries no credentials, and a 401 to it stops everything.

import { expect, test } from '@playwright/test';
import { readBrief } from './attempts';
import { base64 } from './sandbox-page';
import { started } from './started';

test('a page of another origin gets through once the preflight comes first', async ({
  page,
  request,
  baseURL,
}) => {
  const { wallet, base } = await readBrief(request, 'preflight-without-credentials');
  const elsewhere = `${baseURL?.replace('localhost', '127.0.0.1')}${base}`;
  const credentials = `Basic ${base64(`${wallet['alan-username']}:${wallet['alan-password']}`)}`;
  const order = (first: string) => request.post(`${base}/order`, { data: { first } });
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

  expect((await order('neither')).status()).toBe(400);
  expect((await order('preflight')).status()).toBe(200);
  expect(await ask()).toEqual([200, expect.arrayContaining(['shelf'])]);
  const plain = await request.get(`${base}/shelf`);
  expect(plain.status()).toBe(401);
});

test('the exercise is solved on the page, by hand', async ({ page, request }) => {
  await page.goto('/sandbox/preflight-without-credentials');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  const response = page.getByRole('region', { name: 'Response' });
  await expect(response).toContainText('401 Unauthorized');
  const target = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  const [, attempt] = /preflight-without-credentials[^}]*?([A-Za-z0-9_-]{16,64})/.exec(target) ?? [];
  expect(attempt).toBeDefined();
  await request.post(`/api/sandbox/preflight-without-credentials/${attempt}/order`, {
    data: { first: 'preflight' },
  });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});
