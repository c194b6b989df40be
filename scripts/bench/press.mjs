// Measures what a person waits for: from a tap on the first button of a page until the real answer stands there as text.
import { setTimeout as pause } from 'node:timers/promises';
import { openPhone } from './phone.mjs';

/**
 * What is pressed, and where the status line of the answer will stand.
 * @typedef {{ url: string, button: string, answer: string, whole: string }} PressTarget CSS selectors; `whole` is where
 * the status line stands together with the reason
 */

/** @typedef {{ answer: number, whole: number, feedback: number }} PressFigures Milliseconds from the tap; NaN where nothing came */

/** How long an answer may take before it counts as lost, in milliseconds. */
const timeoutMs = 8000;

const statusLine = String.raw`401[\s\S]*Unauthorized`;

/**
 * Runs in the page before anything else: notes when the button is first painted, when it is tapped, when it first looks
 * different after that, and when the status line stands in the answer. Times are those of the frame that shows it.
 * @param {{ button: string, answer: string, whole: string, statusLine: string }} target
 */
function watch({ button, answer, whole, statusLine }) {
  const seen = { shown: 0, tapped: 0, feedback: 0, answered: 0, whole: 0 };
  Object.assign(globalThis, { doormanPress: seen });
  const expected = new RegExp(statusLine);
  /** @param {() => boolean} holds @param {(time: number) => void} note */
  const whenPainted = (holds, note) => {
    const look = () => {
      if (!holds()) requestAnimationFrame(look);
      // The next frame begins when this one has been painted.
      else requestAnimationFrame(() => note(performance.now()));
    };
    requestAnimationFrame(look);
  };
  const find = () => document.querySelector(button);
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  const state = () => {
    const node = find();
    return node
      ? node.textContent +
          node
            .getAttributeNames()
            .map((name) => node.getAttribute(name))
            .join()
      : '';
  };
  whenPainted(
    () => {
      const node = find();
      if (!node || !isPainted()) return false;
      const { top, bottom } = node.getBoundingClientRect();
      if (top >= 0 && bottom <= innerHeight) return true;
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
      return false;
    },
    (time) => Object.assign(seen, { shown: time }),
  );
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      if (seen.tapped) return;
      seen.tapped = timeStamp;
      const before = state();
      const standsIn = (/** @type {string} */ place) => () =>
        expected.test(document.querySelector(place)?.textContent ?? '');
      const isAnswered = standsIn(answer);
      whenPainted(
        () => state() !== before || isAnswered(),
        (time) => Object.assign(seen, { feedback: time }),
      );
      whenPainted(isAnswered, (time) => Object.assign(seen, { answered: time }));
      whenPainted(standsIn(whole), (time) => Object.assign(seen, { whole: time }));
    },
    true,
  );
}

/**
 * One visit of somebody new, with an empty cache: taps the button `after` milliseconds after it can be seen.
 * @param {import('playwright').Browser} browser
 * @param {PressTarget} target
 * @param {number} after
 * @returns {Promise<PressFigures>}
 */
export async function press(browser, { url, button, answer, whole }, after) {
  const { context, page } = await openPhone(browser);
  try {
    await page.addInitScript(watch, { button, answer, whole, statusLine });
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
    const read = () =>
      page.evaluate(() => ({ .../** @type {any} */ (globalThis).doormanPress, now: performance.now() }));
    let seen = await read();
    while (!seen.shown) {
      if (seen.now > timeoutMs) throw new Error(`${url} shows no button at ${button}`);
      await pause(20);
      seen = await read();
    }
    await pause(Math.max(0, after - (seen.now - seen.shown)));
    // Where it stands by now: a face may have come meanwhile.
    const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(button).first().boundingBox()) ?? {};
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const tapped = performance.now();
    do {
      await pause(50);
      seen = await read();
    } while (!seen.whole && performance.now() - tapped < timeoutMs);
    const since = (/** @type {number} */ time) => (time ? time - seen.tapped : Number.NaN);
    return { answer: since(seen.answered), whole: since(seen.whole), feedback: since(seen.feedback) };
  } finally {
    await context.close();
  }
}
