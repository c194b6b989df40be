/** What a page must withstand in every view: axe by all its rules, both themes, wide and narrow. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

/** Half as much to send to a page and to compile there as what the package exports. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours. All others ask for what a page says and where it stands, whatever its colours. */
const coloured = ['color-contrast', 'link-in-text-block'];
interface View {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** The rules to ask; all, where none are named. */
  readonly rules?: readonly string[];
}

/** A theme changes colours alone: at each width every rule is asked in one theme, and those on colours in the other. */
const views: readonly [View, View, View, View] = [
  { width: 1440, colorScheme: 'light' },
  { width: 360, colorScheme: 'light', rules: coloured },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'dark', rules: coloured },
];

/**
 * What axe objects to as the page stands, one line for each place: within one element and by some rules, where they are
 * named. Straight from axe, which makes nothing but violations then: a page of the site has no frames, and the package
 * for Playwright takes four times as long to look into them.
 */
export async function findings(
  page: Page,
  { within, rules }: { readonly within?: string; readonly rules?: readonly string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ within, runOnly }) => {
      if (document.querySelector('iframe, frame, object')) throw new Error('axe does not look into frames.');
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(within ?? document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { within, runOnly: [...(rules ?? tags)] },
  );
}

/** Looks at a page in every view, without another load: nothing may be found, and nothing hang over the edge. */
export async function checkEveryView(page: Page): Promise<void> {
  for (const view of views) await check(page, view);
}

/** Looks at a page in each theme and at each width, once: for lessons, which are made of the same parts. */
export async function checkEachTheme(page: Page): Promise<void> {
  for (const view of [views[0], views[2]]) await check(page, view);
}

/** Looks at a page on a phone at night alone: for the many that are all made alike. */
export async function checkOnPhone(page: Page): Promise<void> {
  await check(page, { width: 360, colorScheme: 'dark' });
}

async function check(page: Page, { width, colorScheme, rules }: View) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await settled(page);
  const view = `${new URL(page.url()).pathname}, ${colorScheme}, ${width} px wide`;
  expect.soft(await findings(page, rules && { rules }), view).toEqual([]);
  expect.soft(await overhang(page), view).toBe(0);
}

/** How many pixels the page is wider than the window. */
function overhang(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until the colours and the layout of a new view are painted. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    // What follows the scrolling is never finished.
    const timed = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline);
    await Promise.allSettled(timed.map(({ finished }) => finished));
    await frame();
  });
}
