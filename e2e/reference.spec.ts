import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const pages = [
  '/reference',
  '/reference/statuses',
  '/reference/schemes',
  '/reference/fields',
  '/reference/rules',
  '/reference/glossary',
  '/cheatsheet',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const path of pages) {
      test(`axe finds nothing on ${path}, and it fits a narrow screen`, async ({ page }) => {
        expect((await page.goto(path))?.status()).toBe(200);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        const axe = new AxeBuilder({ page });
        // The dark theme changes colours and nothing else.
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        else axe.withTags(rules);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
        await page.setViewportSize({ width: 360, height: 780 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      });
    }
  });
}

test('every anchor that the reference links to is there', async ({ page, request }) => {
  test.slow();
  const ids = new Map<string, ReadonlySet<string>>();
  const dead: string[] = [];
  for (const path of pages) {
    await page.goto(path);
    for (const href of await anchors(page)) {
      const { pathname, hash } = new URL(href);
      if (!ids.has(pathname)) ids.set(pathname, idsIn(await (await request.get(pathname)).text()));
      if (!ids.get(pathname)?.has(decodeURIComponent(hash.slice(1))))
        dead.push(`${path}: ${pathname}${hash}`);
    }
  }
  expect(dead).toEqual([]);
});

test('I look up a status, see whose move it is, and go on to its cause', async ({ page }) => {
  await page.goto('/reference');
  await page.getByRole('list').getByRole('link', { name: /^407/ }).click();
  await expect(page).toHaveURL('/reference/statuses#407');
  const entry = page.getByRole('region', { name: /^407/ });
  await expect(entry).toContainText('Proxy-Authorization');
  await entry
    .getByRole('link', { name: /407 Proxy Authentication Required/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/causes\/proxy-407$/);
});

for (const format of ['A4', 'Letter']) {
  test(`the cheat sheet prints on one page of ${format}`, async ({ page }) => {
    await page.goto('/cheatsheet');
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

/** The links of the main part that lead to a place on a page of this server. */
function anchors(page: Page) {
  return page
    .getByRole('main')
    .locator('a[href*="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => (link as HTMLAnchorElement).href)
        .filter((href) => href.startsWith(location.origin)),
    );
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
}
