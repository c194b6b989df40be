const waiting = new Set<() => void>();

/** Does what nobody waits for once what somebody waits for is painted and the page has a moment, or is left. */
export function afterPaint(act: () => void): void {
  const once = () => {
    if (waiting.delete(once)) act();
  };
  waiting.add(once);
  // Not every browser has an idle callback.
  if ('requestIdleCallback' in window) window.requestIdleCallback(once, { timeout: 500 });
  else setTimeout(once, 100);
}

/** Does at once all that is still waiting: what follows would come before it. */
export function finishWaiting(): void {
  for (const act of waiting) act();
}

globalThis.addEventListener?.('pagehide', finishWaiting);
