/** Brings a part of the sandbox into view, and moves as little as that needs. */

/** What scrolls around `element`: the panel of a lesson, or undefined where that is the page. */
function panelOf(element: Element): Element | undefined {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return undefined;
}

const behavior = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

const gap = 16;

/** Scrolls the panel around `element`, or the page where there is none, unless its top is well in view. */
export function showStart(element: Element): void {
  const panel = panelOf(element);
  const { top } = element.getBoundingClientRect();
  if (panel) {
    const view = panel.getBoundingClientRect();
    const isInView = top >= view.top + gap && top <= view.top + view.height / 2;
    if (!isInView) panel.scrollBy({ top: top - view.top - gap, behavior: behavior() });
    return;
  }
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const isInView = top >= edge && top <= window.innerHeight / 2;
  if (!isInView) element.scrollIntoView({ block: 'start', behavior: behavior() });
}

/** Scrolls the panel and the page as little as it takes to have the whole of `element` in view. */
export function showNearest(element: Element): void {
  element.scrollIntoView({ block: 'nearest', behavior: behavior() });
}
