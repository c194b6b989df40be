import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { fieldValue, response, send } from '@/e2e/sandbox-page';

test.use({ reuseContext: true });

interface Head {
  title: string;
  summary: string;
  statuses: number[];
  fixedBy: string[];
  neighbours: string[];
  exercise?: { slug: string };
  inShort: { means: string; check: string; fix: string };
  cannotShow?: string;
}

/** The causes as their files hold them, so that the tests find whatever is listed. */
const causes = readdirSync('content/causes').map((file) => ({
  slug: file.replace(/^\d+-|\.mdx$/g, ''),
  ...(parse(readFileSync(`content/causes/${file}`, 'utf8').split('---\n')[1] ?? '') as Head),
}));
const rows = (page: Page) => page.getByRole('table').getByRole('rowheader');
const count = (page: Page) => page.getByRole('status').filter({ hasText: /cause/i });

/** Everything is there before the page can be used, so wait until it listens. */
async function open(page: Page, path = '/causes') {
  await page.goto(path);
  await expect(async () => {
    await page.getByLabel('Error message or words').fill('x');
    await expect(page.getByRole('button', { name: 'Start over' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByLabel('Error message or words').fill('');
}

test('three questions, answered with the keyboard alone, lead to a cause', async ({ page }) => {
  await open(page);
  await expect(rows(page)).toHaveCount(causes.length);
  const group = (name: string) => page.getByRole('group', { name });
  await group('Where does it happen?').getByRole('radio', { name: 'Anywhere' }).focus();
  for (const _ of Array(3)) await page.keyboard.press('ArrowDown');
  await expect(
    group('Where does it happen?').getByRole('radio', { name: 'My script, server or tool calls an API' }),
  ).toBeChecked();
  await page.keyboard.press('Tab');
  for (const _ of Array(3)) await page.keyboard.press('ArrowDown');
  await expect(
    group('What came back?').getByRole('radio', { name: '401 without WWW-Authenticate' }),
  ).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(
    group('When does it happen?').getByRole('radio', { name: 'It has never worked' }),
  ).toBeChecked();
  await expect(count(page)).toHaveText(/^\d+ of \d+ causes fit, the best first/);
  await expect(page).toHaveURL(/\?who=program&status=401-bare&sign=never$/);
  const link = rows(page).getByRole('link', { name: /401 without WWW-Authenticate/ });
  const names = await rows(page).allTextContents();
  expect([0, 1, 2]).toContain(names.findIndex((name) => name.includes('401 without WWW-Authenticate')));
  await link.press('Enter');
  await expect(page).toHaveURL('/causes/no-challenge');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('401 without WWW-Authenticate');
});

test('where no cause fits all answers I am shown what fits all but one', async ({ page }) => {
  await page.goto('/causes?who=visitor&status=404&sign=never');
  await expect(count(page)).toHaveText('No cause fits all of that.');
  await expect(page.getByText(/^\d+ fits? all but one answer$/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test('I search for words and choose who can fix it', async ({ page }) => {
  await open(page);
  const box = page.getByLabel('Error message or words');
  await box.fill('redirect HEADER');
  await expect(rows(page).first()).toContainText('401 after a redirect');
  await expect(count(page)).toHaveText(/^The \d+ best of \d+ causes for these words\.$/);
  await box.fill('zzzzqqqq');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(count(page)).toContainText('No cause has these words.');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(rows(page)).toHaveCount(causes.length);
  await page.getByLabel('Who can fix it').selectOption('The visitor');
  await expect(rows(page)).toHaveCount(causes.filter(({ fixedBy }) => fixedBy.includes('visitor')).length);
});

test('what the words have stands right below them, and the questions come when asked for', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await page.getByLabel('Error message or words').fill('jwt expired');
  await expect(rows(page).first()).toContainText('expired');
  await expect(rows(page).first()).toBeInViewport();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask me questions' }).click();
  await page.getByRole('radio', { name: 'My page calls an API, in a browser' }).check();
  await expect(page).toHaveURL(/who=page/);
  await expect(rows(page).first()).toContainText(/met (mostly|also) by pages in a browser/i);
});

for (const width of [1440, 360]) {
  test(`from the answers a button leads to what fits, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page, '/causes?who=program&status=403&sign=never');
    await page.getByLabel('Error message or words').fill('scope');
    await expect(count(page)).toHaveText(/for these words/);
    await page.getByRole('button', { name: /^Show (?:the cause|\d+ causes)$/ }).click();
    await expect(count(page)).toBeInViewport();
    await expect(rows(page).first()).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(rows(page).first().getByRole('link').first()).toBeFocused();
  });
}

test('words of a text lead to their section, and the list says where they stand', async ({ page }) => {
  await open(page);
  await page.getByLabel('Error message or words').fill('Resource not accessible by integration');
  const first = rows(page).first();
  await expect(first).toContainText(/ in “|Resource not accessible by integration/);
  await first.getByRole('link').click();
  await expect(page).toHaveURL(/\/causes\/workflow-token-of-a-fork/);
});

test('every cause says why it fits, and a missing challenge lowers it without hiding it', async ({
  page,
}) => {
  await page.goto('/causes?who=program&status=401-bare&sign=before');
  const expired = rows(page).filter({ hasText: /token or session has expired/ });
  await expect(expired).toContainText(/401 is its usual status, often with WWW-Authenticate/);
  await expect(expired).toContainText(/met (mostly|also) by scripts and tools/i);
});

test('where three answers leave many, a fourth question comes', async ({ page }) => {
  await open(page, '/causes?who=program&status=401&sign=never');
  const fourth = page.getByRole('group', { name: 'What did you send with the request?' });
  await expect(rows(page).nth(8)).toBeVisible();
  await fourth.getByRole('radio', { name: 'A user name and a password' }).check();
  await expect(page).toHaveURL(/sent=password/);
  await expect(rows(page).first()).toBeVisible();
});

test('a long text stays out of the address', async ({ page }) => {
  await open(page);
  const box = page.getByLabel('Error message or words');
  await box.fill(`Bearer ${'toy'.repeat(8)}`);
  await expect(count(page)).toHaveText(/for these words/);
  await box.blur();
  expect(page.url()).not.toContain('toy');
  await expect(page.getByRole('button', { name: 'Diagnose this text' })).toBeHidden();
  await box.fill('Authorization: Bearer toy was refused with 401');
  await expect(page.getByRole('button', { name: 'Diagnose this text' })).toBeVisible();
});

test('what I chose is in the address, and survives a reload and a link', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'I use a site' }).check();
  await page.getByLabel('Error message or words').fill('cookie');
  await expect(page).toHaveURL(/\?who=visitor&q=cookie$/);
  const titles = await rows(page).getByRole('link').allInnerTexts();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'I use a site' })).toBeChecked();
  await expect(page.getByLabel('Error message or words')).toHaveValue('cookie');
  await expect(rows(page).getByRole('link')).toHaveText(titles);
  await expect(page.getByRole('link', { name: /what to do when a site answers/ })).toBeVisible();
});

test('nonsense in the address narrows nothing it should not', async ({ page }) => {
  await page.goto('/causes?fix=constructor&sign=%3Csvg%3E&status=999&sent=x&who=client');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel('Who can fix it')).toHaveValue('');
  await expect(page.getByRole('group', { name: 'What came back?' }).getByRole('radio').first()).toBeChecked();
  await expect(rows(page)).toHaveCount(causes.length);
});

test('beside a cause I meet it and mend it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/causes/bearer-missing-or-doubled');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Bearer Bearer' })).toBeInViewport();
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(response(page)).toContainText('400 Bad Request');
  const value = await fieldValue(page, 1).inputValue();
  await fieldValue(page, 1).fill(value.replace('Bearer Bearer', 'Bearer'));
  await send(page).click();
  await expect(response(page)).toContainText('200 OK');
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});

test('a cause leads on to what looks alike, to its lessons and to its sources', async ({ page }) => {
  await page.goto('/causes/expired-token');
  const alike = page.getByRole('region', { name: 'What looks alike' });
  const cause = causes.find(({ slug }) => slug === 'expired-token');
  await expect(alike.getByRole('link')).toHaveCount(cause?.neighbours.length ?? 0);
  await expect(page.getByRole('region', { name: /esson/ }).getByRole('link').first()).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /Where it is written/ })
      .getByRole('link')
      .first(),
  ).toHaveAttribute('href', /^https:\/\/www\.rfc-editor\.org\//);
  await expect(page).toHaveTitle(/401 although it worked before/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/causes\/expired-token$/);
  await alike.getByRole('link').first().click();
  await expect(page).toHaveURL(`/causes/${cause?.neighbours[0]}`);
});

test('every cause has its own address, title and description, and an unknown one is a real 404', async ({
  request,
}) => {
  const titles = new Set<string>();
  for (const { slug, exercise, cannotShow } of causes) {
    const answer = await request.get(`/causes/${slug}`);
    expect(answer.status(), slug).toBe(200);
    const html = await answer.text();
    titles.add(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '');
    expect(html, slug).toMatch(/<meta name="description" content="[^"]{40,}/);
    if (exercise) expect(html, slug).toContain(`id="sandbox-${exercise.slug}"`);
    else expect(html, slug).toContain(cannotShow?.slice(0, 20));
  }
  expect(titles.size).toBe(causes.length);
  for (const slug of ['no-such-cause', 'constructor', '03-expired-token']) {
    expect((await request.get(`/causes/${slug}`)).status()).toBe(404);
  }
});

test('the page says which causes cannot be shown here, and why', async ({ page }) => {
  await page.goto('/causes');
  const list = page.getByRole('region', { name: 'What this server cannot show' });
  await expect(list.getByRole('link')).toHaveCount(causes.filter(({ cannotShow }) => cannotShow).length);
});

test('somebody who only uses a site finds what to do, from every page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'A site refuses me' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/A site answers 401 or 403/);
  await expect(page.getByRole('main')).toContainText('No site ever sees it.');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Causes of a 401 or 403' }).click();
  await expect(page).toHaveURL('/causes');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all causes stand in a table, and the controls that could do nothing are away', async ({ page }) => {
    await page.goto('/causes');
    await expect(rows(page)).toHaveCount(causes.length);
    await expect(page.getByRole('radio')).toHaveCount(0);
    await rows(page).getByRole('link').first().click();
    await expect(page.getByText(/curl -i \$ORIGIN\/api\/sandbox\/\S+/)).toBeVisible();
  });
});

test('a link followed right after typing leads where it says', async ({ page }) => {
  await open(page);
  const box = page.getByLabel('Error message or words');
  await box.fill('challenge');
  // In one step, so that no time passes between the last letter and the press.
  await rows(page)
    .first()
    .getByRole('link')
    .evaluate((link: HTMLAnchorElement) => {
      link.focus();
      link.click();
    });
  await expect(page).toHaveURL(/\/causes\/[a-z0-9-]+$/);
});

test.describe('the answer in short, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  const size = ({ inShort: { means, check, fix } }: Head) => `${means}${check}${fix}`.length;
  const longest = [...causes].sort((a, b) => size(b) - size(a)).slice(0, 4);

  for (const { slug, inShort } of longest) {
    test(`${slug}: what it means, how to check and what to do stand on the first screen`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`/causes/${slug}`);
      const short = page.getByRole('region', { name: 'In short' });
      await expect(short.getByRole('term')).toHaveText(['What it means', 'How to check', 'What to do']);
      const plain = (text: string) => text.replaceAll('`', '').replaceAll('*', '');
      await expect(short.getByRole('definition')).toHaveText([
        plain(inShort.means),
        plain(inShort.check),
        plain(inShort.fix),
      ]);
      await expect(short.getByRole('definition').last()).toBeInViewport({ ratio: 1 });
      await expect(page.locator('h1 ~ :not(script)').first()).toHaveAttribute('aria-label', 'In short');
      await page.setViewportSize({ width: 360, height: 740 });
      await expect(short.getByText('What to do')).toBeInViewport({ ratio: 1 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
});
