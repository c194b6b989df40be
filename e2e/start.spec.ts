/** A page is HTML and CSS until somebody is there, and what is done before it can answer is not lost. */

import { expect, type Page, test } from '@playwright/test';
import { showAHand } from './hand';

const door = (page: Page) => page.getByRole('region', { name: 'Knock at a real door' });
const text = '**/chunks/held/*.js';

/** True once the framework has begun to run. */
const hasStarted = (page: Page) => page.evaluate(() => '__next_f' in globalThis);

/** Keeps files back, those of the page's program unless others are named, until the returned function is called. */
async function holdUp(page: Page, files = text): Promise<() => void> {
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

test('nothing runs before somebody is there, and everything is ready to', async ({ page }) => {
  await page.goto('/lessons/your-first-401');
  const fetched = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
    );
  await expect.poll(fetched).toBeGreaterThan(5);
  await page.waitForLoadState('networkidle');
  // A mouse that rests where the page opens is no hand yet.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: 40, clientY: 40 }));
        requestAnimationFrame(() => setTimeout(resolve, 200));
      }),
  );
  expect(await hasStarted(page)).toBe(false);
  await showAHand(page);
  await expect.poll(() => hasStarted(page)).toBe(true);
});

test('the text is read up to the first screen while the styles come, and the theme is set by then', async ({
  page,
}) => {
  const release = await holdUp(page, '**/*.css');
  await page.addInitScript(() => localStorage.setItem('doorman:theme', 'dark'));
  await page.goto('/lessons/your-first-401', { waitUntil: 'commit' });
  const lead = page.locator('h1 + p');
  await expect(lead).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await expect(page.locator('h2')).toHaveCount(0);
  release();
  await expect(page.locator('#quiz')).toBeAttached();
  await expect(page.locator('main script:not([type])')).toHaveCount(0);
});

test('each script of a page runs once, and none complains', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const path of ['/', '/lessons/scopes', '/sandbox/small-scope', '/causes', '/reference/schemes']) {
    await page.goto(path);
    await showAHand(page);
    await expect.poll(() => hasStarted(page)).toBe(true);
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(() => [...document.scripts].flatMap(({ src }) => src || []));
    expect(new Set(scripts).size).toBe(scripts.length);
  }
  expect(complaints).toEqual([]);
});

test('who was here before, and who follows a link to something, need not move', async ({ page }) => {
  await page.goto('/causes?q=cors');
  await expect.poll(() => hasStarted(page)).toBe(true);
  await page.goto('/lessons/your-first-401#quiz');
  await page.evaluate(() => localStorage.setItem('doorman:progress', '{"version":2}'));
  await page.goto('/lessons');
  await expect.poll(() => hasStarted(page)).toBe(true);
});

test('a press that came before the program is done once, when it is there', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/');
  const knock = door(page).getByRole('button', { name: 'Knock', exact: true });
  await knock.click();
  await knock.click();
  await expect(knock).toHaveAttribute('data-early', '');
  let knocks = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/sandbox/')) knocks += 1;
  });
  release();
  await expect(door(page).getByText('401 Unauthorized: who are you?')).toBeVisible();
  expect(knocks).toBe(1);
});

test('what I chose and sent before the program is what it goes on with', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-401');
  const guess = page.locator('form').filter({ hasText: 'Which?' }).first();
  await guess.getByRole('radio', { name: 'Cache-Control' }).check();
  await guess.getByRole('button', { name: 'That is my guess' }).click();
  release();
  await expect(guess.getByText(/You said “Cache-Control”/)).toBeVisible();
});

test('what I searched for before the program narrows the list', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/causes');
  const search = page.getByRole('searchbox').first();
  await search.fill('preflight');
  release();
  await expect(page).toHaveURL(/q=preflight/);
  await expect(search).toHaveValue('preflight');
});

test('Ctrl+K before the program opens the search when it is there', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons');
  await page.keyboard.press('Control+k');
  release();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a request that I wanted loaded before the program is loaded, on this page', async ({ page }) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-403');
  await page.getByRole('link', { name: 'Grace', exact: true }).first().click();
  release();
  await expect(page.getByText('The request was loaded into the sandbox.').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/lessons/your-first-403');
});

test('where the program does not come, the page can be read, and the next move tries again', async ({
  page,
}) => {
  await page.route(text, (route) => route.abort('connectionfailed'));
  await page.goto('/');
  await showAHand(page);
  await page.waitForLoadState('networkidle');
  expect(await hasStarted(page)).toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.unroute(text);
  await expect(async () => {
    await page.mouse.move(5, 5 + Math.round(Math.random() * 50));
    expect(await hasStarted(page)).toBe(true);
  }).toPass();
});

test('a page of an older build than the server has is loaded anew', async ({ page }) => {
  let asked = 0;
  await page.route(text, (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 404 }) : route.continue();
  });
  await page.goto('/');
  await showAHand(page);
  await expect(async () => {
    const type = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type,
    );
    expect(type).toBe('reload');
  }).toPass();
});

test('an outline that was opened before the program is there does not cover what it leads to', async ({
  page,
}) => {
  const release = await holdUp(page);
  await page.goto('/lessons/your-first-401', { waitUntil: 'domcontentloaded' });
  const outline = page.getByRole('navigation', { name: 'On this page' });
  await page.getByRole('button', { name: /^On this page/ }).click();
  await outline.getByRole('link', { name: 'How an answer is made' }).click();
  await expect(outline).toBeHidden();
  await expect(page.getByRole('heading', { name: 'How an answer is made' })).toBeInViewport();
  expect(await hasStarted(page)).toBe(false);
  release();
});
