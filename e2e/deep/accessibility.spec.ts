import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { checkEachTheme, checkEveryView, checkOnPhone } from '@/e2e/axe';
import { openPart, openSandbox, response, solveFirst, verdict } from '@/e2e/sandbox-page';
import { started } from '@/e2e/started';
import { causePath, lessonPath, pages, stackPath, wayPath } from '@/lib/pages';

test.use({ reuseContext: true });

/** Every page that is made once, one of each other kind, and an address that leads nowhere. */
const kinds = [
  ...pages.map(({ path }) => path),
  lessonPath('your-first-401'),
  causePath('expired-token'),
  stackPath('mcp'),
  wayPath('teach'),
  '/no/such/door',
];
const lessons = readdirSync('content/lessons')
  .map((folder) => lessonPath(folder.replace(/^\d+-/, '')))
  .filter((path) => !kinds.includes(path));
const causes = readdirSync('content/causes').map((file) => causePath(file.replace(/^\d+-|\.mdx$/g, '')));

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// Each of these looks four to sixteen times.
test.describe.configure({ timeout: 150_000 });

for (const path of kinds) {
  test(`axe finds nothing on ${path}, in both themes, wide and narrow`, async ({ page }) => {
    await open(page, path);
    await checkEveryView(page);
  });
}

/** Whole numbers below `count`. */
const parts = (count: number) => Array.from({ length: count }, (_, part) => part);

for (const part of parts(6)) {
  test(`axe finds nothing on the lessons, part ${part + 1}`, async ({ page }) => {
    for (const path of lessons.filter((_, index) => index % 6 === part)) {
      await open(page, path);
      await checkEachTheme(page);
    }
  });
}

for (const part of parts(2)) {
  test(`axe finds nothing in the text of any cause, on a phone, part ${part + 1}`, async ({ page }) => {
    // The program of a page would mind that its text is replaced.
    await page.route('**/*.js', (route) => route.abort());
    const [first = '', ...others] = causes.filter((_, index) => index % 2 === part);
    await page.goto(first);
    await checkOnPhone(page);
    for (const path of others) {
      await showInstead(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await checkOnPhone(page);
    }
  });
}

test('axe finds nothing on the home page after a 401, a 200 and a 403', async ({ page }) => {
  await open(page, '/');
  for (const name of ['Knock', 'Answer as Ada', 'Now meet a 403']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await expect(page.getByRole('link', { name: 'First lesson', exact: true })).toBeVisible();
  await checkEveryView(page);
});

test('axe finds nothing in the sandbox before a request, after a 401, with help, and once solved', async ({
  page,
}) => {
  await openSandbox(page, 'first-401');
  await checkEveryView(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('img', { name: 'authentication refused with 401' })).toBeVisible();
  await checkEveryView(page);

  await page.getByRole('tab', { name: 'Help' }).click();
  await page
    .getByRole('button', { name: /^Show: / })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Show: / })).toHaveCount(3);
  await checkEveryView(page);

  await page.getByRole('tab', { name: 'Request' }).click();
  await solveFirst(page);
  await expect(response(page)).toContainText('200 OK');
  await checkEveryView(page);
});

test('axe finds nothing in the sandbox after a 403, every check opened, and in its terminal', async ({
  page,
}) => {
  await openSandbox(page, 'first-403');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(page.getByRole('img', { name: 'authorization refused with 403' })).toBeVisible();
  for (const name of ['Every check', 'Headers of the response', 'Body of the response'] as const) {
    await openPart(page, name);
  }
  await openPart(page, 'The request as it crossed the wire');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await expect(page.getByText('Waiting for your terminal…')).toBeVisible();
  await checkEveryView(page);
});

test('axe finds nothing where two sandboxes stand in one lesson', async ({ page }) => {
  await open(page, '/lessons/your-first-401');
  const sandboxes = page.locator('section[id^="sandbox-"]');
  for (const sandbox of await sandboxes.all()) {
    await sandbox.scrollIntoViewIfNeeded();
    await expect(sandbox.getByRole('button', { name: 'Reset' })).toBeVisible();
  }
  await checkEveryView(page);
});

test('axe finds nothing on an old answer under a request that the text loaded', async ({ page }) => {
  await open(page, '/lessons/the-decision-tree');
  await page.getByRole('button', { name: 'Just send' }).first().click();
  await expect(verdict(page)).toBeVisible();
  await page.getByRole('link', { name: 'none', exact: true }).first().click();
  await expect(verdict(page)).toContainText('This is the response to the previous request.');
  await checkEveryView(page);
});

test('axe finds nothing in a dialog over a page', async ({ page }) => {
  await open(page, '/lessons');
  await expect(async () => {
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
  await checkEveryView(page);
});

/** Opens a page and waits until everything on it is there: what is near loads once somebody moves. */
async function open(page: Page, path: string) {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(path === '/no/such/door' ? 404 : 200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await started(page);
}

/** Shows what the server sends for `path` in the document that is there: a load costs more than axe takes for a text. */
async function showInstead(page: Page, path: string) {
  await page.evaluate(async (path) => {
    const answer = await fetch(path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
    const { title, body } = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.title = title;
    document.body.replaceWith(document.adoptNode(body));
    history.replaceState(null, '', path);
  }, path);
}
