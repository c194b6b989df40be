import type { ReactNode } from 'react';

/** What a table stands in, so that a narrow screen scrolls the table and not the page. */
export function TableFrame({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: a table that scrolls sideways must be reachable by keyboard, and is no landmark
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Table">
      {children}
    </div>
  );
}
