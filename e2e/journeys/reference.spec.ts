import { expect, type Page, test } from '@playwright/test';

test.use({ reuseContext: true });

const pages = [
  '/reference',
  '/reference/statuses',
  '/reference/schemes',
  '/reference/fields',
  '/reference/rules',
  '/reference/glossary',
  '/cheatsheet',
];
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
