/**
 * A text on its way to the diagnosis. It goes in the state of the history entry, never in an address: an address is
 * logged and shared, and a paste may hold a secret.
 */
export const diagnosis = '/diagnose';

/** What tells a page that is open already that a text has come. */
export const pasteEvent = 'doorman:paste';

let pending: string | undefined;

/** Keeps `text` in memory until the page of the diagnosis is there. */
export function carryPaste(text: string): void {
  pending = text;
}

/** Puts the text into `history.state.paste` of the page that is open now, and forgets it. */
export function deliverPaste(): void {
  if (pending === undefined) return;
  window.history.replaceState({ ...window.history.state, paste: pending }, '');
  pending = undefined;
  window.dispatchEvent(new Event(pasteEvent));
}

/** Is this more than a search: an error message, a dump, a header? */
export function isPaste(text: string): boolean {
  return text.trim().split(/\s+/).length > 4;
}
