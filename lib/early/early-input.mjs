// Runs in the head of every page, before anything else, inlined by lib/early/head-script.ts. It loads the page's program
// once the first screen is painted, asks for what the first press needs beside it, and queues what is done to the page
// until the program answers; components/site/ReplayEarlyInput.tsx does it then. lib/early/page-start.ts has the types.
{
  /** What was done to the page before it could answer, in order. */
  const queue = [];
  /** Requests that were sent before the program was there, by path. */
  const sent = new Map();

  // Near the server the faces come before the first screen is painted; farther away the styles would wait.
  const { faces } = document.documentElement.dataset;
  const { fetchStart = 0, responseStart = Infinity } = performance.getEntriesByType('navigation')[0] ?? {};
  const { rtt = 0, saveData = false } = navigator.connection ?? {};
  if (faces && responseStart - fetchStart < 100 && rtt < 100 && !saveData)
    for (const href of faces.split(' ')) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href });
      document.head.append(link);
    }

  // The addresses of the program, in the order in which they run; none where the framework starts it (development).
  const files = () => JSON.parse(document.getElementById('program')?.textContent ?? '[]');

  // A page of an older build has to load again. Where the network is away it is asked again, then less and less often.
  let tries = 0;
  const retry = async (src) => {
    const answer = await fetch(src, { method: 'HEAD' }).catch(() => undefined);
    const isReloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';
    if (answer?.status === 404 && !isReloaded) return reload();
    setTimeout(load, Math.min(30_000, 500 * 2 ** tries), src);
    tries += 1;
  };

  const load = (src) => {
    const script = document.createElement('script');
    script.src = src;
    // In the order of the list. The framework looks for the attribute, which changes nothing once the script is appended.
    script.async = false;
    script.onerror = () => {
      script.remove();
      void retry(src);
    };
    document.head.append(script);
    script.setAttribute('async', '');
  };

  const preload = () => {
    for (const href of files())
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href }),
      );
  };

  // ---------------------------------------------------------------- what the first press needs

  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  // `crypto.randomUUID` is missing outside of secure contexts; this is not.
  const newAttempt = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');

  const storedPlace = (exercise, place) => {
    try {
      const { exercises } = JSON.parse(localStorage.getItem('{progress}'));
      return exercises[exercise].places[place] ?? {};
    } catch {
      // Nothing is stored, storage is denied, or what is stored is damaged: the program says which.
      return {};
    }
  };

  const attempts = {};
  const attemptAt = (exercise, place) =>
    (attempts[`${exercise} ${place}`] ??= storedPlace(exercise, place).attempt?.value ?? newAttempt());

  const send = (path, options) => {
    if (sent.has(path)) return;
    const began = performance.now();
    const controller = new AbortController();
    const { signal } = controller;
    const response = fetch(path, { credentials: 'omit', cache: 'no-store', signal, ...options });
    // A failure is handled where the response is taken; it may never be taken.
    response.catch(() => {});
    sent.set(path, { began, response, abort: () => controller.abort() });
  };

  /** Asks for the credentials of the first exercise on the page. */
  const askForBrief = () => {
    const { exercise, place } = document.querySelector('[data-exercise][data-place]')?.dataset ?? {};
    if (!exercise || place === 'home') return;
    const path = `/api/briefs/${exercise}/${attemptAt(exercise, place)}`;
    send(path);
    // Read to its end at once: the program may want it minutes later, and until then it would hold the connection.
    sent
      .get(path)
      .response.then((answer) => answer.clone().arrayBuffer())
      .catch(() => {});
  };

  /** Sends the request that an exercise begins with, where nobody has changed it yet. The program adopts the answer. */
  const sendFirst = (section) => {
    const { exercise, place, first } = section.dataset;
    const isChanged = queue.some(({ field }) => field && section.contains(field));
    if (!first || isChanged || location.hash.startsWith('#draft=') || storedPlace(exercise, place).draft)
      return;
    const { path, ...options } = JSON.parse(first);
    const target = `/api/sandbox/${exercise}/${attemptAt(exercise, place)}${path}`;
    send(target, { redirect: 'manual', ...options });
    sent.get(target)?.response.then(
      ({ status, statusText }) => self.doorman.isReady || showEarly(section, `${status} ${statusText}`),
      // The program tells why nothing came.
      () => {},
    );
  };

  /** Shows the status line before all the rest, which takes its place. False where the page has no line for it. */
  const showEarly = (section, text) => {
    const line = section?.querySelector('[data-early-answer]');
    if (!line) return false;
    line.textContent = text;
    line.hidden = false;
    return true;
  };

  // ---------------------------------------------------------------- what is done before the program answers

  const controls = 'button, input, select, textarea, a[data-kept]';
  const nameOf = (node) => `${node.tagName} ${node.name} ${node.ariaLabel} ${node.type}`;

  /** Loads the newer page. What was typed into this one goes along, for the controls that are the same there. */
  const reload = () => {
    const all = [...document.querySelectorAll(controls)];
    const typed = queue.flatMap(({ field, value, checked }) =>
      field ? [{ at: all.indexOf(field), name: nameOf(field), value, checked }] : [],
    );
    try {
      sessionStorage.setItem('doorman:typed', JSON.stringify({ page: location.pathname, typed }));
    } catch {
      // Storage is denied, and so what was typed cannot go along.
    }
    location.reload();
  };

  const restore = () => {
    try {
      const { page, typed } = JSON.parse(sessionStorage.getItem('doorman:typed'));
      sessionStorage.removeItem('doorman:typed');
      if (page !== location.pathname) return;
      const all = document.querySelectorAll(controls);
      for (const { at, name, value, checked } of typed) {
        const field = all[at];
        if (!field || nameOf(field) !== name) continue;
        Object.assign(field, checked === undefined ? { value } : { value, checked });
        queue.push({ field, value, checked });
      }
    } catch {
      // Nothing was typed into an older page.
    }
  };

  const enqueueKey = (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isSearch = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
    const isSend = (ctrlKey || metaKey) && key === 'Enter' && target.closest?.('form');
    const isLetter = (key === '/' || key === '?') && !target.closest?.('input, textarea, select');
    if (!isSearch && !isSend && !isLetter) return;
    event.preventDefault();
    queue.push({ key: event });
  };

  const enqueuePress = (event) => {
    // Other links, summaries and buttons that open a popover work by themselves.
    const button = event.target.closest?.('button, [role="button"], a[data-kept]');
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!button || button.popoverTargetElement || (button.href && isElsewhere)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const section = button.closest('[data-exercise]');
    if (section && button.hasAttribute('data-sends')) sendFirst(section);
    if (queue.some((entry) => entry.button === button)) return;
    button.setAttribute('data-early', '');
    queue.push({ button });
  };

  const enqueueChange = ({ target }) => {
    const entry = queue.find(({ field }) => field === target) ?? { field: target };
    entry.value = target.value;
    entry.checked = target.checked;
    if (!queue.includes(entry)) queue.push(entry);
  };

  const enqueueSubmit = (event) => {
    event.preventDefault();
    if (!queue.some(({ form }) => form === event.target)) queue.push({ form: event.target });
  };

  const kinds = {
    keydown: enqueueKey,
    click: enqueuePress,
    input: enqueueChange,
    change: enqueueChange,
    submit: enqueueSubmit,
  };
  for (const [kind, listener] of Object.entries(kinds)) addEventListener(kind, listener, true);

  // A link to a part of the page closes the popover that it is in, so that the part can be seen. Before all others: React
  // stops a click on what it has yet to take over.
  const closePopover = ({ target }) => {
    if (target.closest?.('a[href^="#"]')) target.closest('[popover]')?.hidePopover();
  };
  addEventListener('click', closePopover, true);

  self.doorman = {
    newAttempt,
    takeAttempt(exercise, place) {
      const attempt = attemptAt(exercise, place);
      delete attempts[`${exercise} ${place}`];
      return attempt;
    },
    takeSent(path) {
      const request = sent.get(path);
      sent.delete(path);
      return request;
    },
    showEarly,
    isReady: false,
    takeQueue() {
      this.isReady = true;
      for (const [kind, listener] of Object.entries(kinds)) removeEventListener(kind, listener, true);
      return queue.splice(0);
    },
  };

  // ---------------------------------------------------------------- start

  const painted = new Promise((resolve) => {
    // A page that nobody sees is never painted.
    const isSeen = document.visibilityState === 'visible';
    if (!isSeen || !PerformanceObserver.supportedEntryTypes?.includes('paint')) return resolve();
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length) resolve();
    }).observe({ type: 'paint', buffered: true });
    // Where a browser keeps it to itself.
    addEventListener('load', () => setTimeout(resolve, 1000));
  });
  // The program takes over the whole page, so all of it has to be there.
  const parsed = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => {
      restore();
      askForBrief();
      resolve();
    });
  });
  void painted.then(preload);
  void Promise.all([painted, parsed]).then(() => files().forEach(load));
}
