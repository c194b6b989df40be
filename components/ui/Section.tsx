import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** A part of an overview page, under a heading of its own that can be linked to. */
export function Section({ id, title, intro, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="pt-20 sm:pt-24">
      <h2 id={id} className="text-section">
        {title}
      </h2>
      {intro ? <p className="mt-2.5 max-w-[62ch] text-soft">{intro}</p> : null}
      <div className="mt-8">{children}</div>
    </section>
  );
}
