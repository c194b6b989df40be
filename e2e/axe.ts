/** What a page must withstand in every view: axe by all its rules, both themes, wide and narrow. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const views = [
  { width: 1440, colorScheme: 'light' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'dark' },
] as const;

/**
 * What axe objects to as the page stands, one line for each place; within one element, where a selector names it.
 * Straight from axe, which makes nothing but violations then: a page of the site has no frames, and the package for
 * Playwright takes four times as long to look into them.
 */
export async function findings(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, within }) => {
      if (document.querySelector('iframe, frame, object')) throw new Error('axe does not look into frames.');
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(within ?? document, { runOnly: tags, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { tags, within },
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

async function check(page: Page, { width, colorScheme }: (typeof views)[number]) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await settled(page);
  const view = `${new URL(page.url()).pathname}, ${colorScheme}, ${width} px wide`;
  expect.soft(await findings(page), view).toEqual([]);
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
