import type { ComponentProps } from 'react';

/** An input for text that crosses the wire: in mono type, and nothing corrects what is typed. */
export function LineInput(props: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      maxLength={500}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      className="w-full rounded-lg border border-control bg-raised px-3 py-2 font-mono text-wire read-only:border-line read-only:bg-sunk"
      {...props}
    />
  );
}
