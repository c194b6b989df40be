/** The worked solution: a list of requests that nobody has sent yet. */
import { expect, type Page, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { checkEveryView } from '@/e2e/axe';
import { openSandbox, response, send } from '@/e2e/sandbox-page';
import { sendDraft } from '@/e2e/wire';
import type { Hint } from '@/lib/draft/exchange';

test.use({ reuseContext: true });

const requests = (page: Page) =>
  page.getByRole('list', { name: 'Requests of the solution' }).getByRole('listitem');
const put = (page: Page, number: number) =>
  page.getByRole('button', { name: `Put it into the request: request ${number}` });

async function show(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Help' }).click();
  await page.getByRole('button', { name: 'Show: The worked solution' }).click();
}

test('showing it changes nothing: what was refused is refused again', async ({ page }) => {
  await openSandbox(page, 'archived-book');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('403 Forbidden');
  await show(page);
  await expect(requests(page)).toHaveCount(2);
  await expect(requests(page).nth(0)).toContainText('POST /book HTTP/1.1');
  await expect(requests(page).nth(0)).toContainText('The book is archived');
  await expect(requests(page).nth(1)).toContainText('DELETE /book/7 HTTP/1.1');

  await page.getByRole('tab', { name: 'Request' }).click();
  const answered = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await send(page).click();
  expect((await answered).status()).toBe(403);
  await expect(response(page)).toContainText('403 Forbidden');
});

test('the button that shows help goes, and its place keeps the focus', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.getByRole('tab', { name: 'Help' }).click();
  await page.getByRole('button', { name: 'Show: Where to look' }).press('Enter');
  const place = page.getByRole('listitem').filter({ hasText: 'Where to look' });
  await expect(place.getByRole('status')).toBeVisible();
  await expect(place).toBeFocused();
});

test('its requests, put in and sent in order, solve the exercise', async ({ page }) => {
  await openSandbox(page, 'archived-book');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('403 Forbidden');
  await show(page);
  await put(page, 1).click();
  await expect(page.getByLabel('Path', { exact: true })).toHaveValue('/book');
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
  await page.getByRole('tab', { name: 'Help' }).click();
  await expect(requests(page).nth(0)).toContainText('sent, answered 200');
  await put(page, 2).click();
  await send(page).click();
  await expect(page.getByText('That is the response this exercise asks for. Solved.')).toBeVisible();
});

test('a token that an earlier answer brings stands by its name, until it came', async ({ page }) => {
  await openSandbox(page, 'refresh-once');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  await show(page);
  const second = requests(page).nth(1);
  await expect(second).toContainText('Authorization: Bearer access_token from the response to request 1');
  await expect(put(page, 2)).toBeDisabled();
  await expect(put(page, 2)).toHaveAccessibleDescription(
    'Send request 1 first: this one needs its response.',
  );
  await put(page, 1).click();
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
  await page.getByRole('tab', { name: 'Help' }).click();
  await put(page, 2).click();
  await send(page).click();
  await expect(response(page)).toContainText('201 Created');
});

test('axe finds nothing on a solution of five requests', async ({ page }) => {
  test.setTimeout(120_000);
  await openSandbox(page, 'follow-the-metadata');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  await show(page);
  await expect(requests(page)).toHaveCount(5);
  await checkEveryView(page);
});

test('the tier of the solution sends nothing, whoever asks for it', async ({ request }) => {
  const { brief, base } = await readBrief(request, 'captive-portal');
  const fields = { headers: Object.fromEntries(brief.start.fields) };
  expect((await request.get(`${base}${brief.start.path}`, fields)).status()).toBe(511);
  const help = await request.get(`${brief.urls.hints}/4`);
  const { requests } = (await help.json()) as { requests: { draft: { method: string; path: string } }[] };
  expect(requests.map(({ draft }) => `${draft.method} ${draft.path}`)).toEqual(['POST /portal', 'GET /post']);
  expect((await request.get(`${base}${brief.start.path}`, fields)).status()).toBe(511);
  const log = (await (await request.get(brief.urls.exchanges)).json()) as unknown[];
  expect(log).toHaveLength(2);
});

// A cookie, a nonce, a message that answers another, a proof, a token of a page that is found on the way.
const byWhatTheyNeed = [
  'login-first',
  'csrf-token-missing',
  'stale-nonce',
  'scram-in-two-steps',
  'replayed-proof',
  'stale-signature',
  'redirect-eats-authorization',
  'follow-the-metadata',
  'token-dance',
];

for (const slug of byWhatTheyNeed) {
  test(`the solution of ${slug} can be followed from a terminal`, async ({ request, baseURL }) => {
    const { brief, base } = await readBrief(request, slug);
    const help = async () => (await (await request.get(`${brief.urls.hints}/4`)).json()) as Hint;
    const { requests = [] } = await help();
    expect(requests.length).toBeGreaterThan(1);
    let last = '';
    for (const at of requests.keys()) {
      // The log is written when an answer has left.
      await expect
        .poll(async () => (await help()).requests?.[at]?.after, { message: `${at + 1}` })
        .toBeUndefined();
      const draft = (await help()).requests?.[at]?.draft;
      if (draft) last = (await sendDraft(baseURL ?? '', draft, base)).body;
    }
    expect(JSON.parse(last).solved).toBe(true);
  });
}
