import { expect, type Page, test } from '@playwright/test';

/** Lists, texts, tools: each names this server in another way. */
const paths = [
  '/',
  '/lessons/your-first-401',
  '/sandbox',
  '/sandbox/first-401',
  '/sandbox/native-dialog',
  '/causes/expired-token',
  '/cheatsheet',
];
const localAddress = /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?/g;

/** The origins of this machine that a page names: in what is read, in links and pictures, in its metadata. */
async function originsNamed(page: Page): Promise<string[]> {
  // What is hidden until it is opened is read, too.
  const text = (await page.locator('body').textContent()) ?? '';
  const attributes = await page
    .locator('[href], [src], [content], [action]')
    .evaluateAll((all) => all.flatMap((element) => [...element.attributes].map(({ value }) => value)));
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  const hosts = [...text.matchAll(/Host: ([^\sA-Z]+)/g)].flatMap(([, host]) =>
    /\.example$|^…$/.test(host ?? '') ? [] : [`http://${host}`],
  );
  const named = [text, ...attributes, ...data].flatMap((words) => words.match(localAddress) ?? []);
  return [...new Set([...named, ...hosts])];
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const host of ['localhost', '127.0.0.1']) {
      test(`a page that was opened at ${host} names no other address of this server`, async ({
        page,
        baseURL,
      }) => {
        const origin = `http://${host}:${new URL(baseURL ?? '').port}`;
        for (const path of paths) {
          await page.goto(origin + path);
          expect(
            (await originsNamed(page)).filter((named) => named !== origin),
            path,
          ).toEqual([]);
          const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
          expect(new URL(canonical ?? 'none:', origin + path).href, path).toBe(origin + path);
        }
      });
    }
  });
}

test('host and commands are true before the program of the page is there', async ({ page, baseURL }) => {
  const origin = `http://127.0.0.1:${new URL(baseURL ?? '').port}`;
  await page.route(/\/_next\/static\/chunks\//, (route) => route.abort());
  await page.goto(origin);
  await expect(page.getByText(/^Host: /)).toHaveText(`Host: ${new URL(origin).host}`);
  const terminal = page.getByRole('region', { name: 'Send it from your own terminal' });
  await expect(terminal.getByText(/curl -i /).first()).toContainText(
    `curl -i ${origin}/api/sandbox/first-401/`,
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a command says what to put in place of the address', async ({ page }) => {
    await page.goto('/sandbox/first-401');
    await expect(page.getByText(/curl -i \$ORIGIN\/api\/sandbox\/first-401\/my-attempt\//)).toBeVisible();
    await expect(page.getByText(/put the beginning of this page’s address/)).toBeVisible();
  });
});

test('the sitemap and robots.txt name the address at which they were asked', async ({ request, baseURL }) => {
  for (const host of ['localhost', '127.0.0.1']) {
    const origin = `http://${host}:${new URL(baseURL ?? '').port}`;
    const sitemap = await (await request.get(`${origin}/sitemap.xml`)).text();
    const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThan(50);
    expect(urls.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    const robots = await (await request.get(`${origin}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
  }
});
