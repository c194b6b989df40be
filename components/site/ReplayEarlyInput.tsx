'use client';
import { useEffect } from 'react';
import type { QueuedAction } from '@/lib/early/page-start';

/** Does what was done to the page before its program was there. It stands last, so that all else is ready. */
export function ReplayEarlyInput() {
  useEffect(() => {
    const queue = globalThis.doorman.takeQueue();
    // Whoever cares where the focus is has not heard of it yet.
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    void replay(queue);
  }, []);
  return null;
}

/** In order, since what follows may need what came before, as a button needs the choice that it sends. */
async function replay(queue: readonly QueuedAction[]) {
  for (const action of queue) {
    // Each in a task by itself, outside of React's work.
    await new Promise((resolve) => setTimeout(resolve));
    if ('button' in action) press(action.button);
    else if ('key' in action) action.key.target?.dispatchEvent(new KeyboardEvent('keydown', action.key));
    else if ('form' in action) action.form.requestSubmit();
    else fill(action.field, action.value, action.checked);
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
  if (field.type !== 'select-one' && field === document.activeElement)
    field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
