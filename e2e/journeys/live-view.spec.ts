/** The live view of Terminal, through a proxy that answers 502 while the server is away. */
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { type FaultyProxy, startFaultyProxy } from '@/e2e/faulty-proxy';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

let proxy: FaultyProxy;

test.beforeEach(async ({ baseURL }) => {
  proxy = await startFaultyProxy(baseURL ?? '');
});
test.afterEach(() => proxy.close());

test('the live view comes back by itself after a proxy answered 502 meanwhile', async ({ page, baseURL }) => {
  await page.goto(`${proxy.url}/sandbox/first-401`);
  await started(page);
  await page.getByRole('tab', { name: 'Terminal' }).click();
  const view = page.getByRole('region', { name: 'What reached this attempt' });
  await expect(view.getByText('Waiting for your terminal…')).toBeVisible();
  const stream = proxy.asked.find((path) => path.startsWith('/api/exchanges/')) ?? '';
  const tries = () => proxy.asked.filter((path) => path === stream).length;

  proxy.behaviour.state = 'broken';
  const before = tries();
  proxy.cut();
  await expect(view.getByText('The connection was lost. Trying again…')).toBeVisible();
  // EventSource would have ended with the first of these.
  await expect.poll(tries).toBeGreaterThan(before + 1);

  // What a terminal sent while the page heard nothing is there afterwards, and so is what it sends then.
  const target = `${baseURL}${stream.replace('exchanges', 'sandbox')}/`;
  await fetch(target, { headers: { 'User-Agent': 'curl/8.0.0' } });
  proxy.behaviour.state = 'well';
  await expect(view.getByText('Waiting for your terminal…')).toBeVisible();
  await expect(view.getByRole('button', { name: /curl/ })).toHaveCount(1);
  await fetch(target, { headers: { 'User-Agent': 'Wget/1.21.3' } });
  await expect(view.getByRole('button', { name: /wget/i })).toHaveCount(1);
});

test('the proxy of these tests passes events on as they come', async ({ baseURL }) => {
  const attempt = newAttempt();
  const response = await fetch(`${proxy.url}/api/exchanges/first-401/${attempt}`, {
    headers: { Accept: 'text/event-stream' },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('retry: 2000');
  await fetch(`${baseURL}/api/sandbox/first-401/${attempt}/`);
  expect((await reader?.read())?.value).toContain('event: exchange');
  await reader?.cancel();
});
