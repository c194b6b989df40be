import { devices, expect, type Page, test } from '@playwright/test';
import { findings } from '@/e2e/axe';
import { started } from '@/e2e/started';

test.use({ reuseContext: true });

const box = (page: Page) => page.getByRole('combobox', { name: /^Search/ });

/** Presses the keys until the page hears them. */
async function openSearch(page: Page) {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(box(page)).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test('Ctrl+K finds a cause in spite of a typing error, and Enter goes there', async ({ page }) => {
  await page.goto('/lessons');
  await openSearch(page);
  await box(page).fill('redirct authorization');
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toContainText('redirect');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/result/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/redirect/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what was found is marked, and a press goes there', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await box(page).fill('preflight');
  await expect(page.locator('mark').first()).toHaveText(/^preflight$/i);
  await page.getByRole('option').filter({ hasText: 'Lesson' }).first().click();
  await expect(page).toHaveURL(/\/lessons\//);
});

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('Escape closes the search at once when text was typed, as its foot says', async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  await expect(page.getByText('Esc close')).toBeVisible();
  await box(page).fill('cookie');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a code is taken to the letter, and a result says what it matched', async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  await box(page).fill('AccessDenied');
  const first = page.getByRole('option').first();
  await expect(first).toContainText(/S3/);
  await expect(first).toContainText(/AccessDenied/);
  await box(page).fill('IDX99999');
  await expect(page.getByText('Nothing has these words')).toBeVisible();
});

test('a result leads to a heading that is there', async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  await box(page).fill('AllowOverride AuthConfig');
  await expect(page.getByRole('option').first()).toContainText(' in “');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/causes\/authorization-dropped-by-cgi#[a-z-]+$/);
  const id = new URL(page.url()).hash;
  await expect(page.locator(id)).toBeInViewport();
});

test('a pasted text can go to the diagnosis, with its lines and not in the address', async ({ page }) => {
  // The page takes the text out of the state of the history at once, so what was put there is noted here.
  await page.addInitScript(() => {
    const replace = history.replaceState;
    history.replaceState = (state, unused, url) => {
      if (state?.paste) Object.assign(window, { carried: state.paste });
      replace.call(history, state, unused, url);
    };
  });
  await page.goto('/');
  await openSearch(page);
  await box(page).fill('jwt expired');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option', { name: /Diagnose this text/ })).toHaveCount(0);
  const text = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n';
  await box(page).fill('');
  await box(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await expect(box(page)).toHaveValue(/^HTTP\/1\.1 401 Unauthorized WWW-Authenticate/);
  await page.getByRole('option', { name: /Diagnose this text/ }).click();
  await expect(page).toHaveURL(/\/diagnose$/);
  await expect.poll(() => page.evaluate(() => (window as { carried?: string }).carried)).toBe(text);
  await expect(page.getByRole('textbox', { name: /Request, response, log/ })).toHaveValue(text);
  // Nothing of it stays behind in the history.
  expect(await page.evaluate(() => JSON.stringify(window.history.state))).not.toContain('invalid_token');
});

test('nothing is found for nonsense, and it says so', async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  await box(page).fill('zzzzqqqq');
  await expect(page.getByText('Nothing has these words')).toBeVisible();
});

test('without the index the search says so, and tries again when asked', async ({ page }) => {
  await page.route('**/search-index.json', (route) => route.abort());
  await page.goto('/');
  await openSearch(page);
  await expect(page.getByText('The index could not be loaded')).toBeVisible();
  await page.unroute('**/search-index.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await box(page).fill('scope');
  await expect(page.getByRole('option').first()).toContainText(/scope/i);
});

test('? lists the shortcuts, but not while typing', async ({ page }) => {
  await page.goto('/sandbox/first-401');
  await started(page);
  const path = page.getByLabel('Path');
  await path.press('End');
  await path.pressSequentially('?');
  await expect(path).toHaveValue(/\?$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the search, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Search' }).click();
    await box(page).fill('scope');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await findings(page, { within: 'dialog' })).toEqual([]);
  });
}

test('on a touch screen the search names no keys', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...devices['Pixel 7'], serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await page.getByRole('button', { name: 'Search' }).tap();
  await expect(box(page)).toBeVisible();
  for (const hint of ['↑ ↓ choose', 'Esc close', 'All shortcuts', 'Ctrl K'])
    await expect(page.getByText(hint)).toBeHidden();
  await context.close();
});
