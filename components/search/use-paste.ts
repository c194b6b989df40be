import { type ClipboardEvent, useState } from 'react';

/** What a text field of one line holds at most; the whole of a longer paste goes to the diagnosis. */
export const mostTyped = 2000;

/** A paste with its lines, which a text field would lose: `whole` is what was pasted, as long as the field shows it. */
export function usePaste(typed: string, change: (text: string) => void) {
  const [paste, setPaste] = useState<{ readonly whole: string; readonly shown: string }>();
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/.test(text.trim()) && text.length <= mostTyped) return;
    event.preventDefault();
    const shown = text
      .slice(0, 2 * mostTyped)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, mostTyped);
    setPaste({ whole: text, shown });
    change(shown);
  };
  return { whole: paste?.shown === typed ? paste.whole : typed, onPaste };
}
