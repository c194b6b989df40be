import { expect, type Locator, type Page, test } from '@playwright/test';
import { watchLoginDialogs } from '@/e2e/login-dialogs';
import {
  base64,
  fieldValue,
  openPart,
  part,
  passwordOf,
  response,
  send,
  trace,
  verdict,
} from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';
import { exerciseSlugs } from '@/lib/exercises';

test('I solve the first exercise with the keyboard alone', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await tabTo(page, page.getByRole('radio', { name: '200 OK' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, send(page));
  await page.keyboard.press('Enter');
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(send(page)).toBeFocused();

  const password = await passwordOf(page, 'Ada');
  await tabTo(page, page.getByLabel('Name of header 1'), 'Shift+Tab');
  await page.keyboard.type('Authorization');
  await page.keyboard.press('Tab');
  await page.keyboard.type(`Basic ${base64(`ada:${password}`)}`);
  await page.keyboard.press('Control+Enter');
  await expect(response(page)).toContainText('200 OK');
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Exercise solved.' })).toHaveCount(1);
});

test('I reach everything with Tab, and nothing keeps me', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Raw' }).click();
  await page.getByLabel('The request as HTTP text').focus();
  await tabTo(page, page.getByRole('button', { name: 'Just send' }));
  await tabTo(page, page.getByRole('contentinfo').getByRole('link').first());
});

test('I put credentials in with the wallet and the toolbox', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Base64, JWT, time' }).click();
  await page.getByLabel('User name to encode').focus();
  await page.getByRole('button', { name: "Insert Ada's user name" }).click();
  await page.getByLabel('Password to encode').focus();
  await page.getByRole('button', { name: "Insert Ada's password" }).click();
  await page.getByRole('button', { name: 'Insert Authorization: Basic' }).click();
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('200 OK');
});

test('I predict before the first send and see both afterwards', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await send(page).click();
  await expect(page.getByText('Choose a status first, or press Just send.')).toBeVisible();
  await expect(response(page)).toHaveCount(0);
  await page.getByRole('radio', { name: '403 Forbidden' }).check();
  await send(page).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(page.getByText('you predicted 403, it was 401')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('I see which check refused, what it saw and what it expected', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  const heard =
    '401 Unauthorized. Refused at authentication: the request has no credentials that this server reads.';
  await expect(page.getByRole('status').filter({ hasText: heard })).toHaveCount(1);
  await openPart(page, 'Headers of the response');
  await expect(response(page).getByLabel('Challenge: Basic')).toContainText('front door');
  await openPart(page, 'Every check');
  await expect(trace(page).getByText('no Authorization header', { exact: true }).last()).toBeVisible();
  await expect(trace(page).getByText('Basic in the Authorization header')).toBeVisible();
  await expect(trace(page).getByRole('link', { name: 'RFC 9110 §11.6.1' })).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1',
  );
});

test('two Authorization lines reach the server as two, and it answers 400', async ({ page }) => {
  await page.goto('/sandbox/two-answers');
  await started(page);
  await expect(page.getByText('A browser would join both Authorization lines into one')).toBeVisible();
  const relayed = page.waitForRequest(/\/api\/relay\/two-answers\//);
  await page.getByRole('button', { name: 'Just send' }).click();
  await relayed;
  await expect(response(page)).toContainText('400 Bad Request');
  await expect(verdict(page).getByText('2 header lines')).toBeVisible();
  await openPart(page, 'The request as it crossed the wire');
  await expect(page.getByText(/^Authorization: /)).toHaveCount(2);
});

test('text that is no request is sent as it is, and I see what comes of it', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Raw' }).click();
  await page.getByLabel('The request as HTTP text').fill('GET / HTTP/1.1\nno colon here');
  await expect(page.getByText('Line 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('400 Bad Request');
});

test('what looks like a real secret is held back until I confirm', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/(?:sandbox|relay)\//.test(request.url())) sent.push(request.url());
  });
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByLabel('Name of header 1').fill('Authorization');
  await fieldValue(page, 1).fill(`Bearer gh${'p_'}${'A1b2C3d4'.repeat(5)}`);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'looks like a GitHub token' })).toBeVisible();
  await page.getByRole('button', { name: 'Do not send' }).click();
  await expect(page.getByText('Held back')).toHaveCount(0);
  expect(sent).toEqual([]);

  await page.getByRole('button', { name: 'Just send' }).click();
  await page.getByRole('button', { name: 'It is no secret: send it' }).click();
  await expect(response(page)).toContainText('401 Unauthorized');
  expect(sent).toHaveLength(1);
});

test('a 404 that hides says nothing, and I read why in my own log', async ({ page }) => {
  await page.goto('/sandbox/hidden-room');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('404 Not Found');
  await openPart(page, 'Headers of the response');
  await openPart(page, 'Body of the response');
  await expect(part(page, 'Body of the response')).toContainText('"status": 404');
  await expect(part(page, 'Headers of the response')).not.toContainText('planner');
  await expect(part(page, 'Body of the response')).not.toContainText('planner');
  await openPart(page, 'Every check');
  await expect(page.getByText('The response does not show this')).toBeVisible();
  await expect(trace(page).getByText('role planner is held', { exact: true })).toBeVisible();
});

test('I cancel a request that takes too long', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.route(/\/api\/sandbox\//, () => {});
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('You cancelled it before a response came.').first()).toBeVisible();
  await expect(response(page)).toHaveCount(0);
});

test('a double press on Just send sends once and cancels nothing', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  let requests = 0;
  let answer = () => {};
  const pressedTwice = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/api\/sandbox\//, async (route) => {
    requests += 1;
    await pressedTwice;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Just send' }).dblclick();
  answer();
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(page.getByText('You cancelled it before a response came.')).toHaveCount(0);
  expect(requests).toBe(1);
});

test('with the keyboard I just send, and the focus waits on Send', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.getByRole('button', { name: 'Just send' }).focus();
  await page.keyboard.press('Enter');
  await expect(response(page)).toContainText('401 Unauthorized');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
});

test('a network failure does not look like a status', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.route(/\/api\/sandbox\//, (route) => route.abort());
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByText('The request failed before any status came')).toBeVisible();
  await expect(response(page)).toHaveCount(0);
});

test('without the log I see what fetch saw, and that it is only that', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  await page.route(/\/api\/exchanges\//, (route) => route.abort());
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(verdict(page)).toContainText('Refused at authentication');
  await expect(page.getByText('This is what fetch saw')).toBeVisible();
  await openPart(page, 'Headers of the response');
  await expect(response(page)).toContainText('www-authenticate');
});

// A page of its own for each would take minutes; the parts run beside each other.
for (const part of [0, 1, 2, 3]) {
  test(`no login dialog opens and no gate is drawn behind the one that stopped me, in any exercise, part ${part + 1}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const dialogs = await watchLoginDialogs(page);
    for (const slug of exerciseSlugs().filter((_, index) => index % 4 === part)) {
      await page.goto(`/sandbox/${slug}`);
      const just = page.getByRole('button', { name: 'Just send' });
      await send(page).waitFor();
      await ((await just.count()) ? just : send(page)).click();
      await expect(response(page), slug).toBeVisible();
      expect(dialogs(), slug).toBe(0);
      // A proposal has a verdict instead of gates.
      await expect(verdict(page), slug).toBeVisible();
      if (await verdict(page).getByText('Your proposal').count()) continue;
      const gates = (await verdict(page).getByRole('img').getAttribute('aria-label')) ?? '';
      expect(gates, slug).toMatch(/syntax .* authorization /);
      expect(gates, slug).not.toMatch(/not reached.*(?:passed|refused|answered|not asked)/);
    }
  });
}

/** Presses `key` until `target` has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard did not get there');
}
