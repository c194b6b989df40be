/** Somebody with an error in front of them: a paste in the browser, in a terminal, and from another page. */
import { expect, type Page, test } from '@playwright/test';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const secret = 'opaque-token-1234567890';
const redirected = `> GET /v1/me HTTP/1.1
> Host: api.example
> Authorization: Bearer ${secret}
>
< HTTP/1.1 301 Moved Permanently
< Location: https://www.other.test/v1/me
<
> GET /v1/me HTTP/1.1
> Host: www.other.test
>
< HTTP/1.1 401 Unauthorized
< WWW-Authenticate: Bearer realm="api"
< Date: Tue, 01 Sep 2026 10:00:00 GMT
<
`;

const box = (page: Page) => page.getByRole('textbox', { name: /Request, response, log/ });

async function paste(page: Page, text: string) {
  await box(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('a paste is answered at once: what is certain, the cause, its proof and its fix', async ({ page }) => {
  await page.goto('/diagnose');
  await started(page);
  await paste(page, redirected);
  await expect(page.getByRole('heading', { name: 'Certain', exact: true })).toBeVisible();
  await expect(
    page.getByText(/a 301 led from https:\/\/api\.example to https:\/\/www\.other\.test/),
  ).toBeVisible();
  const first = page.getByRole('article').first();
  await expect(first.getByRole('heading')).toContainText('redirect');
  await expect(first.getByText('curl -sI https://api.example/v1/me', { exact: false })).toBeVisible();
  await expect(first.getByRole('button', { name: 'Copy the command' })).toBeVisible();
  await first.getByRole('link', { name: 'How, step by step' }).click();
  await expect(page).toHaveURL(/\/causes\/redirect-drops-authorization#the-fix$/);
});

test('the stack in the paste opens first in the fix', async ({ page }) => {
  await page.goto('/diagnose');
  await started(page);
  await paste(page, 'Behind my nginx with basic auth the app keeps asking for the password, 401');
  const first = page.getByRole('article').first();
  await expect(first).toContainText('Your text shows nginx, so the page opens with its code.');
  await first.getByRole('link', { name: 'How, step by step' }).click();
  await expect(page).toHaveURL(/\/causes\/proxy-credentials-forwarded#the-fix$/);
  await expect(page.getByRole('tab', { name: 'nginx server', selected: true })).toBeVisible();
});

test('nothing leaves the browser, nothing stays in it, and no secret is shown', async ({ page }) => {
  await page.goto('/diagnose');
  await started(page);
  // The worker has come, with what the causes know.
  await paste(page, 'jwt expired');
  await expect(page.getByRole('heading', { name: 'Likely cause' })).toBeVisible();
  const heard: string[] = [];
  page.on('request', (request) => heard.push(`${request.method()} ${request.url()}`));
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, redirected);
  await expect(page.getByRole('heading', { name: 'Certain', exact: true })).toBeVisible();
  expect(heard).toEqual([]);
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(await box(page).inputValue()).not.toContain(secret);
  const stored = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.cookie,
    ]),
  );
  expect(stored).not.toContain('other.test');
});

test('a file is read with its progress, and a HAR that is cut says so', async ({ page }) => {
  await page.goto('/diagnose');
  await started(page);
  const entry = JSON.stringify({
    request: { method: 'GET', url: 'https://api.example/a', headers: [] },
    response: {
      status: 401,
      statusText: 'No',
      headers: [{ name: 'WWW-Authenticate', value: 'Bearer' }],
      content: {},
    },
  });
  const buffer = Buffer.from(`{"log":{"entries":[${entry},{"request":{"me`);
  await page
    .getByLabel('File to diagnose')
    .setInputFiles({ name: 'a.har', mimeType: 'application/json', buffer });
  await expect(page.getByText('The HAR is cut or damaged. 1 whole exchanges could be read.')).toBeVisible();
  await expect(page.getByText('a.har, 1 kB')).toBeVisible();
});

test('what is no text, and markup, does nothing but get a sentence', async ({ page }) => {
  await page.goto('/diagnose');
  await started(page);
  await paste(page, '\u0000\u0001\u0002\u0003'.repeat(200));
  await expect(page.getByRole('alert').getByText(/This is not text/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(
    page,
    'HTTP/1.1 401 No\nX-A: <img src=x onerror="document.title=1">\nDate: <script>document.title=2</script>\n\n',
  );
  await expect(page.getByText('<script>document.title=2</script>').first()).toBeVisible();
  await expect(page).toHaveTitle(/Diagnose/);
});

test('on a phone no button of the box stands alone in a row that others begin', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/diagnose');
  await started(page);
  await box(page).fill('403 Forbidden');
  const [text, file, clear, submit] = await Promise.all(
    [
      box(page),
      page.getByRole('button', { name: 'Choose a file' }),
      page.getByRole('button', { name: 'Clear' }),
      page.getByRole('button', { name: 'Diagnose', exact: true }),
    ].map((place) => place.boundingBox()),
  );
  expect(clear?.y).toBe(file?.y);
  expect(submit?.width).toBeGreaterThanOrEqual(text?.width ?? Number.NaN);
});

test('the box of the causes carries its text to the diagnosis, in no address', async ({ page }) => {
  await page.goto('/causes');
  await started(page);
  await paste(page, redirected);
  await expect(page).toHaveURL(/\/diagnose$/);
  await expect(page.getByRole('heading', { name: 'Certain', exact: true })).toBeVisible();
});

test('home leads to it with one press', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Paste it, and see the likely causes' }).click();
  await expect(box(page)).toBeVisible();
});

test('a terminal gets text, or JSON, and a sentence for what is too large', async ({ request }) => {
  const text = await request.post('/api/diagnose', {
    data: redirected,
    headers: { 'Content-Type': 'text/plain' },
  });
  expect(text.status()).toBe(200);
  expect(text.headers()['content-type']).toContain('text/plain');
  expect(text.headers()['cache-control']).toBe('no-store');
  const body = await text.text();
  expect(body).toContain('CERTAIN');
  expect(body).toContain('/causes/redirect-drops-authorization#the-fix');
  expect(body).not.toContain(secret);
  const json = await request.post('/api/diagnose', {
    data: redirected,
    headers: { Accept: 'application/json' },
  });
  expect((await json.json()).likely[0].slug).toBe('redirect-drops-authorization');
  const large = await request.post('/api/diagnose', { data: 'a'.repeat(256 * 1024 + 1) });
  expect(large.status()).toBe(413);
  expect(large.headers()['content-type']).toContain('application/problem+json');
  expect((await request.get('/api/diagnose')).status()).toBe(405);
});
