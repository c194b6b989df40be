/** What a page may weigh before anybody touched it, in octets of gzip. Octets are the same on every machine. */
import { gzipSync } from 'node:zlib';
import { expect, type Response, test } from '@playwright/test';

const kB = 1000;
const usual = { script: 155 * kB, stylesheet: 20 * kB, font: 60 * kB, document: 35 * kB };
type Budget = typeof usual;
/** A lesson with code in four languages, or the exam: its text is there twice, as HTML and for the framework. */
const long = { document: 50 * kB };
const pages: Readonly<Record<string, Partial<Budget>>> = {
  '/': {},
  '/lessons': {},
  '/lessons/your-first-401': {},
  '/lessons/the-decision-tree': {},
  '/lessons/expired': long,
  '/lessons/preflight-has-no-credentials': long,
  '/lessons/incident-exam': long,
  '/sandbox': {},
  '/sandbox/first-401': {},
  '/causes': {},
  '/causes/redirect-drops-authorization': {},
  '/review': {},
  // The page decides for itself, in the browser: that is what it is for.
  '/practice': { script: 190 * kB },
  '/reference': {},
  '/cheatsheet': {},
  '/visitors': {},
};

const wide = ['/', '/lessons/your-first-401', '/sandbox/first-401'];

/** Octets of the body as gzip sends it. What is a font is compressed already. */
async function weight(response: Response, kind: string): Promise<number> {
  const body = await response.body();
  return kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;
}

for (const viewport of [
  { width: 412, height: 823 },
  { width: 1440, height: 900 },
]) {
  for (const [path, own] of Object.entries(pages)) {
    // What is near the screen differs by its width; three pages tell.
    if (viewport.width > 1000 && !wide.includes(path)) continue;
    test(`${path} keeps to its budget at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const weights: Promise<readonly [string, number]>[] = [];
      page.on('response', (response) => {
        const kind = response.request().resourceType();
        if (kind in usual) weights.push(weight(response, kind).then((octets) => [kind, octets] as const));
      });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const sums: Record<string, number> = {};
      for (const [kind, octets] of await Promise.all(weights)) sums[kind] = (sums[kind] ?? 0) + octets;
      for (const [kind, most] of Object.entries({ ...usual, ...own })) {
        expect.soft(sums[kind] ?? 0, `${kind} of ${path}`).toBeLessThanOrEqual(most);
      }
    });
  }
}
