// A page calls another origin: what fetch shows its script, beside what crossed the wire.

import { expect, test } from '@playwright/test';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const challenge = 'Bearer realm="shelf", error="invalid_token"';

test('the page shows what fetch hides of a 401 from another origin', async ({ page }) => {
  await page.goto('/causes/error-without-cors');
  await started(page);
  const figure = page.locator('figure', { hasText: 'Send from this page to another origin' });
  const script = figure.getByRole('region', { name: 'What fetch shows the script' });
  const wire = figure.getByRole('region', { name: 'What crossed the wire' });
  const send = async (name: string, words: string) => {
    await figure.getByRole('button', { name, exact: true }).click();
    await expect(figure.getByRole('status')).toHaveText(`${name}: ${words}`);
    await expect(wire).toContainText('401 Unauthorized');
  };

  await send('No header for other origins', 'the script got an error. A 401 crossed the wire.');
  await expect(script).toContainText('TypeError');
  await expect(script).not.toContainText('401');
  await expect(wire).toContainText('OPTIONS /bare');
  await expect(wire).toContainText(challenge);

  await send('The status alone', 'the script got status 401. A 401 crossed the wire.');
  await expect(script).toContainText("response.headers.get('WWW-Authenticate'): null");
  await expect(wire).toContainText(challenge);

  await send('Status and challenge', 'the script got status 401. A 401 crossed the wire.');
  await expect(script).toContainText(challenge);
  await expect(wire).toContainText('Access-Control-Expose-Headers: WWW-Authenticate');

  const opaque = 'No header for other origins, with mode no-cors';
  await send(opaque, 'the script got status 0. A 401 crossed the wire.');
  await expect(script).toContainText('response.type: opaque');
  await expect(wire).not.toContainText('Authorization: Bearer');
});
