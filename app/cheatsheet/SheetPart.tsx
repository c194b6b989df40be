import type { ReactNode } from 'react';

interface SheetPartProps {
  readonly title: string;
  /** Takes both columns where there are two. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A block of the cheat sheet. In print the blocks flow through two columns, and a row is never torn in two. */
export function SheetPart({ title, wide = false, children }: SheetPartProps) {
  return (
    <section className={`print:mb-[3.5mm] [&_li]:break-inside-avoid ${wide ? 'md:col-span-2' : ''}`}>
      <h2 className="mb-3 break-after-avoid border-line-strong border-b pb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}
