import type { ReactNode } from 'react';

interface SheetPartProps {
  readonly title: string;
  /** Takes both columns where there are two. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A block of the cheat sheet that is never torn in two. */
export function SheetPart({ title, wide = false, children }: SheetPartProps) {
  return (
    <section className={`break-inside-avoid ${wide ? 'md:col-span-2 print:col-span-2' : ''}`}>
      <h2 className="mb-3 border-line-strong border-b pb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}
