/**
 * What a page may weigh, in bytes of gzip, when somebody has come and sent the first request: before and after the load
 * event, fetched by whomever. Bytes are the same on every machine. `data` is the text of the page once more, in the
 * framework's notation, from which its program starts.
 */
import { gzipSync } from 'node:zlib';
import { expect, type Response, test } from '@playwright/test';
import { folderPath, folders } from '@/e2e/quizzes';
import { started } from '@/e2e/started';
import { causePath, exercisePath, pages as sitePages, stackPath } from '@/lib/pages';

const kB = 1000;
const usual = { document: 55 * kB, stylesheet: 20 * kB, font: 60 * kB, script: 200 * kB, data: 35 * kB };
type Kind = keyof typeof usual;
const pages: Readonly<Record<string, Partial<typeof usual>>> = {
  ...Object.fromEntries(sitePages.map(({ path }) => [path, {}])),
  ...Object.fromEntries(folders.map((folder) => [folderPath(folder), {}])),
  // A list of every rule, with all that uses it.
  '/reference/rules': { data: 45 * kB },
  [exercisePath('first-401')]: {},
  [causePath('redirect-drops-authorization')]: {},
  // The page that sends to another origin and shows both sides.
  [causePath('error-without-cors')]: {},
  [stackPath('mcp')]: {},
};

const wide = ['/', '/lessons/your-first-401', '/sandbox/first-401'];

/** What the budget calls a response, however it was asked for. */
function kindOf(response: Response): Kind | undefined {
  const type = response.headers()['content-type'] ?? '';
  if (type.includes('javascript')) return response.url().includes('/_next/static/data/') ? 'data' : 'script';
  if (type.startsWith('text/css')) return 'stylesheet';
  if (type.startsWith('font/')) return 'font';
  return response.request().resourceType() === 'document' ? 'document' : undefined;
}

/** The octets of what is named by its content, by its address: most pages have most scripts in common. */
const weights = new Map<string, number>();

/** Octets of the body as gzip sends it. What is a font is compressed already. */
async function weight(response: Response, kind: Kind): Promise<number> {
  const url = response.url();
  const measured = weights.get(url);
  if (measured !== undefined) return measured;
  const body = await response.body();
  const octets = kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;
  if (new URL(url).pathname.startsWith('/_next/static/')) weights.set(url, octets);
  return octets;
}

for (const viewport of [
  { width: 412, height: 823 },
  { width: 1440, height: 900 },
]) {
  for (const [path, budget] of Object.entries(pages)) {
    // What is near the screen differs by its width; three pages tell.
    if (viewport.width > 1000 && !wide.includes(path)) continue;
    test(`${path} keeps to its budget at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      // Each once: what was fetched comes again from the browser's cache when it runs.
      const fetched = new Map<string, Promise<readonly [Kind, number]>>();
      page.on('response', (response) => {
        const kind = kindOf(response);
        if (kind && !fetched.has(response.url()))
          fetched.set(
            response.url(),
            weight(response, kind).then((octets) => [kind, octets]),
          );
      });
      await page.goto(path);
      await started(page);
      const first = page.locator('button[data-sends]').first();
      if (await first.count()) {
        await first.click();
        await expect(page.getByText(/\b(?:200|40[0-9]) [A-Z]/).first()).toBeVisible();
      }
      await page.waitForLoadState('networkidle');
      const sums: Partial<Record<Kind, number>> = {};
      for (const [kind, octets] of await Promise.all(fetched.values()))
        sums[kind] = (sums[kind] ?? 0) + octets;
      for (const [kind, most] of Object.entries({ ...usual, ...budget }) as [Kind, number][]) {
        expect.soft(sums[kind] ?? 0, `${kind} of ${path}`).toBeLessThanOrEqual(most);
      }
    });
  }
}
