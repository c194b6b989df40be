// What those see, hear and press who set their browser to their needs.
import { expect, type Page, test } from '@playwright/test';
import { answer, firstOfKind, form, openQuiz } from '@/e2e/quizzes';
import { openPart, openSandbox, trace, verdict } from '@/e2e/sandbox-page';

test.use({ reuseContext: true });

const choice = firstOfKind('choose');

for (const path of [
  '/',
  '/lessons',
  '/lessons/your-first-401',
  '/causes',
  '/sandbox',
  '/review',
  '/reference',
]) {
  test(`with text twice as large nothing is cut or hangs over the edge on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await enlarge(page);
    expect(await overflow(page)).toBe(0);
    expect(await cut(page)).toEqual([]);
  });
}

test('with text twice as large the sandbox keeps its request and its answer whole', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openSandbox(page, 'wrong-audience');
  await enlarge(page);
  await page.getByRole('button', { name: 'Just send' }).click();
  await openPart(page, 'Headers of the response');
  await openPart(page, 'Every check');
  await expect(trace(page)).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await cut(page)).toEqual([]);
});

test('in forced colours the gates keep theirs, and every gate still has an edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openSandbox(page, 'first-403');
  await page.getByRole('button', { name: 'Just send' }).click();
  const gates = verdict(page).getByRole('img');
  await expect(gates).toHaveAccessibleName(/authorization refused with 403/);
  const seen = await gates.locator('svg').evaluate((svg) => {
    const painted = [...svg.querySelectorAll('path')].map((path) => getComputedStyle(path));
    return {
      kept: getComputedStyle(svg).forcedColorAdjust,
      fills: new Set(painted.map(({ fill }) => fill)).size,
      bare: painted.filter(({ fill, stroke }) => fill === 'none' && stroke === 'none').length,
    };
  });
  expect(seen.kept).toBe('none');
  expect(seen.fills).toBeGreaterThan(2);
  expect(seen.bare).toBe(0);
});

test('who asked for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSandbox(page, 'first-401');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(verdict(page)).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0))
      .filter((duration) => duration > 1),
  );
  expect(moving).toEqual([]);
});

test('a screen reader hears the verdict, and behind it the trace gate by gate', async ({ page }) => {
  await openSandbox(page, 'first-401');
  await page.getByRole('button', { name: 'Just send' }).click();
  await expect(verdict(page)).toMatchAriaSnapshot(`
    - group "Verdict":
      - 'img "Three gates: syntax passed, authentication refused with 401, authorization not reached."'
      - heading "401 Unauthorized" [level=3]
      - paragraph: "Refused at authentication: the request has no credentials that this server reads."
      - paragraph: Saw no Authorization header, expected Basic in the Authorization header.
  `);
  await openPart(page, 'Every check');
  await expect(trace(page)).toMatchAriaSnapshot(`
    - region "Trace":
      - list "Gates and checks":
        - listitem:
          - group: /^syntax.* \\d+ checks passed/
        - listitem:
          - text: /^authentication.* refused at check 1 of \\d+/
          - list:
            - listitem:
              - paragraph: "Refused: credentials are presented"
              - term: saw
              - definition: no Authorization header
              - term: expected
              - definition: Basic in the Authorization header
              - link "RFC 9110 §11.6.1"
            - listitem:
              - group: /\\d+ checks not reached/
        - listitem:
          - group: /^authorization.* \\d+ checks? not reached/
  `);
});

test('a screen reader hears what was right, what was wrong, and why', async ({ page }) => {
  await openQuiz(page, choice.path);
  await answer(page, choice.item, false);
  const questionForm = form(page, choice.item);
  await expect(questionForm.getByRole('status')).toMatchAriaSnapshot(`
    - status:
      - strong: That is not it.
      - text: /The answer is/
      - link /RFC \\d+ §/
  `);
  const group = questionForm.getByRole('group').first();
  await expect(group).toMatchAriaSnapshot(`
    - radio /Not this one\\./ [checked] [disabled]
  `);
  await expect(group).toMatchAriaSnapshot(`
    - radio /Right\\./ [disabled]
  `);
});

/** Twice the size of the text, as a reader sets it in the browser. */
async function enlarge(page: Page) {
  await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that are wider than the box which hides what hangs over it; what is shortened on purpose says so with dots. */
function cut(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, textOverflow, clip } = getComputedStyle(element);
        const spoken = clip !== 'auto' || element.classList.contains('sr-only') || element.clientWidth < 2;
        return (
          !spoken &&
          (overflowX === 'hidden' || overflowX === 'clip') &&
          textOverflow !== 'ellipsis' &&
          element.scrollWidth > element.clientWidth + 1
        );
      })
      .map(({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent?.slice(0, 60)}`),
  );
}
