import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openSandbox, response, solveFirst } from './sandbox-page';

/** Of every kind of page one, and those whose content differs much. */
const kinds = [
  '/',
  '/lessons',
  '/lessons/your-first-401',
  '/causes',
  '/causes/proxy-407',
  '/sandbox',
  '/sandbox/native-dialog',
  '/review',
  '/practice',
  '/reference',
  '/cheatsheet',
  '/visitors',
  '/offline',
  '/design',
  '/no/such/door',
];
const lessons = readdirSync('content/lessons').map((folder) => `/lessons/${folder.replace(/^\d+-/, '')}`);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const views = [
  { width: 1440, colorScheme: 'light' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'dark' },
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// Each of these looks four to sixteen times.
test.describe.configure({ timeout: 150_000 });

for (const path of kinds) {
  test(`axe finds nothing on ${path}, in both themes, wide and narrow`, async ({ page }) => {
    await open(page, path);
    await check(page);
  });
}

for (const part of [0, 1, 2]) {
  test(`axe finds nothing on the lessons, part ${part + 1}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 900 });
    for (const path of lessons.filter((_, index) => index % 3 === part)) {
      await open(page, path);
      expect(await findings(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
  });
}

test('axe finds nothing on the home page after a 401, a 200 and a 403', async ({ page }) => {
  await open(page, '/');
  for (const name of ['Knock', 'Answer as Ada', 'Now meet a 403']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await expect(page.getByRole('link', { name: 'First lesson', exact: true })).toBeVisible();
  await check(page);
});

test('axe finds nothing in the sandbox before a request, after a 401, with help, and once solved', async ({
  page,
}) => {
  await openSandbox(page, 'first-401');
  await check(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('img', { name: 'authentication refused with 401' })).toBeVisible();
  await check(page);

  await page.getByRole('tab', { name: 'Help' }).click();
  await page
    .getByRole('button', { name: /^Show: / })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Show: / })).toHaveCount(3);
  await check(page);

  await page.getByRole('tab', { name: 'Request' }).click();
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  await check(page);
});

test('axe finds nothing in the sandbox after a 403, every check opened, and in its terminal', async ({
  page,
}) => {
  await openSandbox(page, 'first-403');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('img', { name: 'authorization refused with 403' })).toBeVisible();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await expect(page.getByText('Waiting for your terminal…')).toBeVisible();
  await check(page);
});

test('axe finds nothing where two sandboxes stand in one lesson', async ({ page }) => {
  await open(page, '/lessons/your-first-401');
  const sandboxes = page.locator('section[id^="sandbox-"]');
  for (const sandbox of await sandboxes.all()) {
    await sandbox.scrollIntoViewIfNeeded();
    await expect(sandbox.getByRole('button', { name: 'Reset' })).toBeVisible();
  }
  expect(await findings(page)).toEqual([]);
});

test('axe finds nothing in a dialog over a page', async ({ page }) => {
  await open(page, '/lessons');
  await expect(async () => {
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
  await check(page);
});

/** Opens a page and waits until everything on it is there: what is near loads once somebody moves. */
async function open(page: Page, path: string) {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(path === '/no/such/door' ? 404 : 200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.mouse.move(5, 5);
}

/** What axe objects to and what hangs over the edge, in both themes, wide and narrow, without another load. */
async function check(page: Page) {
  for (const { width, colorScheme } of views) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const view = `${colorScheme}, ${width} px wide`;
    // The dark theme changes colours and nothing else.
    const rules = colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : [];
    expect.soft(await findings(page, rules), view).toEqual([]);
    expect.soft(await overflow(page), view).toBe(0);
  }
}

/** Waits until the colours and the layout of a new view are painted. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    // What follows the scrolling is never finished.
    const timed = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline);
    await Promise.allSettled(timed.map(({ finished }) => finished));
    await frame();
  });
}

/** What axe objects to, one line for each place; by all rules, where none are named. */
async function findings(page: Page, rules: string[] = []) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
