// Runs in the head of every page, before anything else, inlined by lib/start/head-script.ts. Decides when the program
// of the page starts, and keeps what is done to the page until then; components/start/Started.tsx does it.
{
  const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'];
  // Whoever reads without moving anything, by a screen reader say, has the whole page after this.
  const patience = 10_000;
  const root = document.documentElement;
  /** What was done to the page before it was ready, in order. */
  const early = [];
  let begun = false;
  let files;

  // The scripts of the page, in the order in which they run; none where the page starts them by itself.
  const list = () => JSON.parse(document.getElementById('held')?.textContent ?? '[]');

  // All or none: half a program is worse than none. They stay in the browser's cache, where the elements find them.
  const fetchAll = (priority) =>
    (files ??= Promise.all(
      list().map(async (src) => {
        const answer = await fetch(src, { priority });
        // A newer build is served than this page is of.
        if (answer.status === 404 && performance.getEntriesByType('navigation')[0]?.type !== 'reload')
          location.reload();
        if (!answer.ok) throw new Error(src);
        await answer.blob();
      }),
    ));

  const run = () => {
    for (const src of list()) {
      const script = document.createElement('script');
      script.src = src;
      // In order; the framework looks for the attribute, which says otherwise only before this line.
      script.async = false;
      document.head.append(script);
      script.setAttribute('async', '');
    }
  };

  const start = () => {
    if (begun) return;
    begun = true;
    fetchAll('high').then(run, () => {
      // No network: the next sign tries again.
      begun = false;
      files = undefined;
    });
  };

  // What was pressed is painted first, then the work begins.
  const startSoon = () => {
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', startSoon, { once: true });
    else requestAnimationFrame(() => setTimeout(start));
  };

  const hand = (event) => {
    // A mouse that rests where a page opens is told of as a move, too, of no way.
    if (event?.movementX === 0 && event.movementY === 0 && event.pointerType === 'mouse') return;
    if (root.dataset.hand === undefined) {
      root.dataset.hand = '';
      dispatchEvent(new Event('doorman:hand'));
    }
    startSoon();
  };
  for (const sign of signs) addEventListener(sign, hand, { capture: true, passive: true });

  // Whoever was here before is to see it, and a link may name what the page is to show.
  const isAwaited = () => {
    try {
      if (localStorage.getItem('{progress}') !== null) return true;
    } catch {
      // Storage is denied.
    }
    const { search, hash } = location;
    return (
      search.length > 1 ||
      (hash.length > 1 && !document.getElementById(hash.slice(1))) ||
      document.querySelector('meta[name="doorman-start"]') !== null
    );
  };
  document.addEventListener('DOMContentLoaded', () => isAwaited() && startSoon());
  // After the event, since the browser lays the page out at its end: two short tasks instead of a long one.
  addEventListener('load', () =>
    setTimeout(() => {
      if (!navigator.connection?.saveData) fetchAll('low').catch(() => (files = undefined));
      setTimeout(hand, patience);
    }),
  );

  const keep = (event) => {
    const { target } = event;
    if (event.type === 'keydown') {
      const { key, ctrlKey, metaKey, altKey } = event;
      const isSearch = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
      if (!isSearch && ((key !== '/' && key !== '?') || target.closest?.('input, textarea, select'))) return;
      event.preventDefault();
      early.push({ key: event });
    } else if (event.type === 'click') {
      // Other links, summaries and buttons that open a popover work by themselves.
      const button = target.closest?.('button, [role="button"], a[data-kept]');
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!button || button.popoverTargetElement || (button.href && isElsewhere)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (early.some((kept) => kept.button === button)) return;
      button.setAttribute('data-early', '');
      early.push({ button });
    } else {
      const kept = early.find(({ field }) => field === target) ?? { field: target };
      kept.value = target.value;
      kept.checked = target.checked;
      if (!early.includes(kept)) early.push(kept);
    }
  };
  // Whoever follows a link from a list over the page to a part of it wants to see that part, at any time.
  addEventListener('click', ({ target }) => {
    if (target.closest?.('a[href^="#"]')) target.closest('[popover]')?.hidePopover();
  });
  const kinds = ['keydown', 'click', 'input', 'change'];
  for (const kind of kinds) addEventListener(kind, keep, true);
  /** Called once the page answers by itself: nothing is kept from then on. */
  self.doormanReady = () => {
    for (const kind of kinds) removeEventListener(kind, keep, true);
    for (const sign of signs) removeEventListener(sign, hand, true);
    hand();
    return early.splice(0);
  };
}
