/** The program of a page comes by itself, and nothing that is done before it is there is lost. */

import { expect, type Page, test } from '@playwright/test';
import { response } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';

const region = (page: Page) => page.getByRole('region', { name: 'Knock at a real door' });
const knock = (page: Page) => region(page).getByRole('button', { name: 'Knock', exact: true });

/** What a page is made of, in the framework's notation: the program cannot begin without it. */
const data = '**/_next/static/data/*.js';

/**
 * Keeps files back, those of the page's program unless others are named, until the returned function is called. A page
 * whose files are kept back may not come to its load event.
 */
async function holdUp(page: Page, files = data): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Notes every request to the sandbox. */
function sandboxRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/sandbox/')) paths.push(pathname);
  });
  return paths;
}

test('the credentials of a sandbox far below are read to their end, and hold no connection', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const asked = page.waitForRequest(/\/api\/briefs\//);
  await page.goto('/causes/redirect-drops-authorization');
  const brief = await (await asked).response();
  expect(brief?.status()).toBe(200);
  const ended = brief?.finished().then(() => 'ended');
  const later = new Promise((resolve) => setTimeout(resolve, 5000, 'not within five seconds'));
  expect(await Promise.race([ended, later])).toBe('ended');
});

test('the program comes by itself, after the first screen is painted', async ({ page }) => {
  await page.goto('/lessons/your-first-401');
  await started(page);
  const { painted, asked } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ startTime }) => startTime),
  }));
  expect(asked.length).toBeGreaterThan(5);
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
});

test('the text is read up to the first screen while the styles come, and the theme is set by then', async ({
  page,
}) => {
  const release = await holdUp(page, '**/*.css');
  await page.addInitScript(() => localStorage.setItem('doorman:theme', 'dark'));
  await page.goto('/lessons/your-first-401', { waitUntil: 'commit' });
  const lead = page.getByRole('region', { name: 'In short' });
  await expect(lead).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await expect(page.locator('h2')).toHaveCount(0);
  release();
  await expect(page.locator('#quiz')).toBeAttached();
  await expect(page.locator('main script:not([type])')).toHaveCount(0);
});

test('near the server the faces come at once; far from it they wait', async ({ page }) => {
  const faces = () =>
    page.evaluate(() => document.querySelectorAll('link[rel="preload"][as="font"][href$=".woff2"]').length);
  await page.goto('/', { waitUntil: 'commit' });
  expect(await faces()).toBe(2);
  await page.route('/', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  expect(await faces()).toBe(0);
});

test('each script of a page runs once, and none complains', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const path of ['/', '/lessons/scopes', '/sandbox/small-scope', '/causes', '/reference/schemes']) {
    await page.goto(path);
    await started(page);
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(() => [...document.scripts].flatMap(({ src }) => src || []));
    expect(new Set(scripts).size).toBe(scripts.length);
  }
  expect(complaints).toEqual([]);
});

test('a first press is sent at once, once, and answered when the program is there', async ({ page }) => {
  const release = await holdUp(page);
  const paths = sandboxRequests(page);
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await knock(page).click();
  await knock(page).click();
  await expect(knock(page)).toHaveAttribute('data-early', '');
  await expect.poll(() => paths.length).toBe(1);
  // The status stands there before the program does.
  await expect(region(page).getByText('401 Unauthorized', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => globalThis.doorman.isReady)).toBe(false);
  release();
  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
  expect(paths).toHaveLength(1);
});

test('by keyboard, a first press in the sandbox is sent at once and its answer adopted', async ({ page }) => {
  const release = await holdUp(page);
  const paths = sandboxRequests(page);
  await page.goto('/sandbox/first-401', { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Just send' }).press('Enter');
  await expect.poll(() => paths.length).toBe(1);
  release();
  await expect(page.getByText('401 Unauthorized', { exact: false }).first()).toBeVisible();
  await expect(
    response(page)
      .or(page.getByText(/Unauthorized/))
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(paths).toHaveLength(1);
});

test('what I typed, chose and inserted before the program stays, and so do my credentials', async ({
  page,
}) => {
  const release = await holdUp(page);
  await page.goto('/sandbox/first-401', { waitUntil: 'domcontentloaded' });
  await page.getByLabel('Name of header 1').fill('Authorization');
  await page.getByLabel('Value of header 1').fill('Basic ');
  await page.getByRole('radio', { name: /^401/ }).check();
  await page.getByRole('button', { name: "Insert Ada's password" }).click();
  await expect(page.getByRole('button', { name: "Insert Ada's password" })).toContainText('***');
  release();
  await started(page);
  const value = page.getByLabel('Value of header 1');
  await expect(value).toHaveValue(/^Basic [a-z]+-[a-z]+-\d+$/);
  await expect(page.getByLabel('Name of header 1')).toHaveValue('Authorization');
  await expect(page.getByRole('radio', { name: /^401/ })).toBeChecked();
  const chip = page.getByRole('button', { name: "Insert Ada's password" });
  expect(await value.inputValue()).toBe(`Basic ${await chip.getAttribute('title')}`);
});

test('two controls that were pressed before the program are done in their order', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/sandbox/first-401', { waitUntil: 'domcontentloaded' });
  await page.getByRole('radio', { name: /^403/ }).check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('tab', { name: 'Terminal' }).click();
  release();
  await expect(page.getByRole('tab', { name: 'Terminal' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Request' }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'You predicted' }).first()).toContainText('403');
});

test('what I chose and sent before the program is what it goes on with', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-401', { waitUntil: 'domcontentloaded' });
  const guess = page.locator('form').filter({ hasText: 'Which?' }).first();
  await guess.getByRole('radio', { name: 'Cache-Control' }).check();
  await guess.getByRole('button', { name: 'That is my guess' }).click();
  release();
  await expect(guess.getByText(/You said “Cache-Control”/)).toBeVisible();
});

test('what I searched for before the program narrows the list', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/causes', { waitUntil: 'domcontentloaded' });
  const search = page.getByRole('searchbox').first();
  await search.fill('preflight');
  release();
  await expect(page).toHaveURL(/q=preflight/);
  await expect(search).toHaveValue('preflight');
});

test('Ctrl+K before the program opens the search when it is there', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons', { waitUntil: 'domcontentloaded' });
  await page.keyboard.press('Control+k');
  release();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a request that I wanted loaded before the program is loaded, on this page', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-403', { waitUntil: 'domcontentloaded' });
  await page.getByRole('link', { name: 'Grace', exact: true }).first().click();
  release();
  await expect(page.getByText('The request was loaded into the sandbox.').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/lessons/your-first-403');
});

test('where the program does not come, the page can be read, and it is asked for again', async ({ page }) => {
  await page.route(data, (route) => route.abort('connectionfailed'));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await knock(page).click();
  expect(await page.evaluate(() => globalThis.doorman.isReady)).toBe(false);
  await page.unroute(data);
  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
});

test('a page of an older build loads the newer one, with what was typed', async ({ page }) => {
  let asked = 0;
  await page.route(data, async (route) => {
    if (route.request().method() === 'GET') asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await (asked <= 1 ? route.fulfill({ status: 404 }) : route.continue());
  });
  await page.goto('/causes', { waitUntil: 'commit' });
  await page.getByRole('searchbox').first().fill('preflight');
  await page.waitForEvent('load');
  await started(page);
  expect(asked).toBeGreaterThan(1);
  await expect(page.getByRole('searchbox').first()).toHaveValue('preflight');
  await expect(page).toHaveURL(/q=preflight/);
});

test('without any network a first press says that no answer came, and the next one gets one', async ({
  page,
}) => {
  await page.route('**/api/sandbox/**', (route) => route.abort('connectionfailed'));
  const release = await holdUp(page);
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await knock(page).click();
  release();
  await expect(region(page).getByText('No response came')).toBeVisible();
  await page.unroute('**/api/sandbox/**');
  await region(page).getByRole('button', { name: 'Try again' }).click();
  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
});

test('where storage is denied, a first press is answered all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const release = await holdUp(page);
  await page.goto('/sandbox/first-401', { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Just send' }).click();
  release();
  await expect(page.getByText(/401 Unauthorized/).first()).toBeVisible();
});

test('after Back a press is answered', async ({ page }) => {
  await page.goto('/');
  await page.goto('/cheatsheet');
  await page.goBack();
  await knock(page).click();
  await expect(region(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
});

test('an outline that was opened before the program is there does not cover what it leads to', async ({
  page,
}) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-401', { waitUntil: 'domcontentloaded' });
  // As React does with a click on what it has yet to take over.
  await page.evaluate(() => document.addEventListener('click', (event) => event.stopPropagation(), true));
  const outline = page.getByRole('navigation', { name: 'On this page' });
  await page.getByRole('button', { name: /^On this page/ }).click();
  await outline.getByRole('link', { name: 'Build the Authorization header' }).click();
  await expect(outline).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Build the Authorization header' })).toBeInViewport();
  expect(await page.evaluate(() => globalThis.doorman.isReady)).toBe(false);
  release();
});
