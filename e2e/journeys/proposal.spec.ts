// Exercises in which the learner is the server: one form, one interface, and a verdict instead of gates.

import { expect, type Page, test } from '@playwright/test';
import { readBrief } from '@/e2e/attempts';
import { checkEveryView } from '@/e2e/axe';
import { openSandbox, send } from '@/e2e/sandbox-page';

test.use({ reuseContext: true });

const form = (page: Page) => page.getByRole('region', { name: 'Your proposal' });
const verdict = (page: Page) => page.getByRole('group', { name: 'Verdict' });

test('the form writes an answer as text, and the verdict stands beside it without a gate', async ({
  page,
}) => {
  await openSandbox(page, 'add-the-challenge');
  await expect(form(page).getByLabel('Status')).toHaveValue('401');
  await send(page).click();
  await expect(verdict(page)).toContainText('it is not right');
  await expect(verdict(page)).toContainText('Fails: a 401 brings a challenge');
  await expect(verdict(page).getByRole('link', { name: 'RFC 9110 §15.5.2' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/Refused at|authorization/i);
  await expect(page.getByRole('main').getByRole('img', { name: /^Three gates/ })).toHaveCount(0);
  // So that no button lies below the header, which stays.
  await page.evaluate(() => window.scrollTo(0, 0));
  await checkEveryView(page);

  const challenge = form(page).getByLabel('Challenge', { exact: true });
  await challenge.fill('Basic realm=""');
  await challenge.press('End');
  await challenge.press('ArrowLeft');
  await form(page).getByRole('button', { name: 'Insert the realm' }).click();
  await expect(challenge).toBeFocused();
  await expect(challenge).toHaveValue(/^Basic realm="[a-z0-9-]{6,}"$/);
  await form(page).getByRole('button', { name: 'Remove header 1' }).click();
  await expect(form(page).getByLabel('Name of header 1')).toBeFocused();
  await expect(page.getByLabel('Body')).toHaveValue(
    /^HTTP\/1\.1 401\nWWW-Authenticate: Basic realm="[^"]+"$/,
  );
  await send(page).click();
  await expect(verdict(page)).toContainText('it is right');
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});

test('two challenges are two lines, and the keyboard alone sets an order', async ({ page }) => {
  await openSandbox(page, 'two-ways-in');
  const realm = (await form(page).locator('code').filter({ hasText: '-' }).last().textContent()) ?? '';
  await form(page).getByLabel('Challenge 2').fill(`Basic realm="${realm}"`);
  await expect(page.getByLabel('Body')).toHaveValue(/Bearer realm="[^"]+"\nWWW-Authenticate: Basic realm=/);
  await page.keyboard.press('Control+Enter');
  await expect(verdict(page)).toContainText('it is right');

  await openSandbox(page, 'order-of-checks');
  await form(page).getByRole('button', { name: 'Move up: session' }).press('Enter');
  await expect(form(page).getByRole('button', { name: /^Move down: session, now 1 of 3/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(verdict(page)).toContainText('5 of 5 checks pass');
});

test('a verdict counts the probes that the task names, and keeps its gates apart', async ({ page }) => {
  await openSandbox(page, 'repair-the-policy');
  await expect(page.getByText('all four probes')).toBeVisible();
  await form(page).getByRole('radio', { name: /^ada/ }).check();
  await expect(page.getByLabel('Value of header 2')).toHaveValue(/^Basic /);
  await send(page).click();
  await expect(verdict(page)).toContainText('3 of 4 checks pass');
  await expect(verdict(page)).toContainText('Fails: Grace reads her own note: 200');
  await verdict(page).getByText('the gates let the request itself through').click();
  await expect(verdict(page).getByRole('img', { name: /^Three gates/ })).toHaveAccessibleName(
    /authorization passed/,
  );
});

test('any client proposes in text or JSON, by POST or PUT, and GET says how', async ({ request }) => {
  const { wallet, base, brief } = await readBrief(request, 'add-the-challenge');
  const url = `${base}/answer`;
  expect(brief.sheet).toMatchObject({ kind: 'proposal', path: '/answer' });
  const shown = await (await request.get(url)).json();
  expect(shown).toMatchObject({
    solved: false,
    now: 'HTTP/1.1 401\nContent-Type: text/plain',
    propose: 'POST or PUT /answer',
    as: { 'text/plain': 'HTTP/1.1 401\nWWW-Authenticate: …' },
  });
  const challenge = `Basic realm="${wallet.realm}"`;
  const text = `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: ${challenge}\r\n\r\n`;
  const json = { status: 401, headers: { 'WWW-Authenticate': challenge } };
  for (const method of ['POST', 'PUT']) {
    for (const data of [text, json]) {
      const answer = await request.fetch(url, { method, data });
      expect(await answer.json(), `${method} ${JSON.stringify(data)}`).toMatchObject({ solved: true });
    }
  }
  const refused = await request.delete(url);
  expect([refused.status(), refused.headers().allow]).toEqual([405, 'GET, HEAD, POST, PUT, OPTIONS']);
});

test('a proposal that is not right is refused by no gate, and one that cannot be read is told how to write it', async ({
  request,
}) => {
  const { base } = await readBrief(request, 'add-the-challenge');
  const wrong = await request.post(`${base}/answer`, { data: '403' });
  expect(wrong.status()).toBe(422);
  const problem = await wrong.json();
  expect(problem.detail).toMatch(
    /^The proposal fails the check “the status fits the request”: the server saw 403/,
  );
  expect(problem.gate).toBeUndefined();
  expect(problem.trace.map(({ stage }: { stage: string }) => stage)).toEqual(
    problem.trace.map(() => 'proposal'),
  );
  const broken = await request.post(`${base}/answer`, {
    headers: { 'Content-Type': 'application/json' },
    data: Buffer.from('{"status": 401, "headers": {"WWW-Authenticate": "Basic realm="x""}}'),
  });
  expect(broken.status()).toBe(400);
  expect((await broken.json()).detail).toContain('inside JSON, each " of a value is written \\"');
  expect((await broken.json()).detail).toContain('as text/plain: HTTP/1.1 401 ⏎ WWW-Authenticate: …');
});

test('a long header name wraps in the form, so that no two look alike', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openSandbox(page, 'preflight-names-the-field');
  for (const at of [1, 2, 3]) {
    const name = form(page).getByLabel(`Name of header ${at}`);
    await expect(name).toHaveValue(/^Access-Control-Allow-/);
    expect(await name.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  }
  await expect(page.getByRole('group', { name: 'Which status will come?' })).toBeVisible();
  await form(page).getByLabel('Value of header 3').fill('authorization, content-type');
  await expect(page.getByLabel('Method', { exact: true })).toHaveValue('POST');
  await send(page).click();
  await expect(verdict(page)).toContainText('it is right');
});
