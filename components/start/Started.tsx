'use client';
import { useEffect } from 'react';

/** Something that was done to the page before it could answer (lib/start/starter.mjs). */
type Early =
  | { readonly button: HTMLElement }
  | { readonly key: KeyboardEvent }
  | { readonly field: HTMLInputElement; readonly value: string; readonly checked?: boolean };

declare global {
  /** Says that the page answers by itself now, and hands over what was done before; empty the second time. */
  var doormanReady: (() => Early[]) | undefined;
}

/** Does what was done to the page before its program was there. It stands last, so that all else is ready. */
export function Started() {
  useEffect(() => {
    const kept = globalThis.doormanReady?.() ?? [];
    // Whoever cares where the focus is has not heard of it yet.
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    void replay(kept);
  }, []);
  return null;
}

/** One after the other: what follows may need what came before, as a button needs the choice that it sends. */
async function replay(kept: readonly Early[]) {
  for (const one of kept) {
    // Each in a task of its own, and none within React's work.
    await new Promise((resolve) => setTimeout(resolve));
    if ('button' in one) press(one.button);
    else if ('key' in one) one.key.target?.dispatchEvent(new KeyboardEvent('keydown', one.key));
    else fill(one.field, one.value, one.checked);
  }
}

function press(button: HTMLElement) {
  button.removeAttribute('data-early');
  if (button.isConnected) button.click();
}

/** React hears of a change where the value is another than it knows; it learns values through the element's own setter. */
function fill(field: HTMLInputElement, value: string, checked: boolean | undefined) {
  if (!field.isConnected) return;
  if (field.type === 'checkbox' || field.type === 'radio') {
    field.checked = !checked;
    if (checked) field.click();
    return;
  }
  const { selectionStart, selectionEnd } = field;
  field.value = '';
  const natural = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  natural?.set?.call(field, value);
  if (field.type !== 'select-one') field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
