/** Does what nobody waits for once what somebody waits for is painted, and the page has a moment. */
export function afterPaint(act: () => void): void {
  // Not every browser has an idle callback.
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, 100);
}
