// A page calls the server's other origin, with and without the browser's cookies: what really crosses the wire.
import { expect, test } from '@playwright/test';
import { started } from '@/e2e/started';

test('a Lax cookie stays behind, and one with None crosses to the other site', async ({ page, context }) => {
  await page.goto('/lessons/cookies-across-sites');
  await started(page);
  const figure = page.locator('figure', { hasText: 'Send from this page to another origin' });
  const words = figure.getByRole('status');
  const wire = figure.getByRole('region', { name: 'What crossed the wire' });
  const press = (name: string) => figure.getByRole('button', { name, exact: true }).click();

  await press('Send with include');
  await expect(words).toHaveText('Send with include: the request carried no cookie.');

  const opened = context.waitForEvent('page');
  await press('Get two cookies in a new tab');
  const tab = await opened;
  await expect(tab.getByText('Your browser has two cookies')).toBeVisible();
  expect(new URL(tab.url()).origin).not.toBe(new URL(page.url()).origin);
  await tab.close();
  await expect(words).toContainText('The other origin has set its cookies');

  // The engine of the tests does not block third-party cookies; other browsers do.
  await press('Send with include');
  await expect(words).toHaveText('Send with include: the request carried toy-none.');
  await expect(wire).toContainText('Sec-Fetch-Site: cross-site');
  await expect(wire).toContainText('Access-Control-Allow-Credentials: true');

  await press('Send with omit');
  await expect(words).toHaveText('Send with omit: the request carried no cookie.');
});
