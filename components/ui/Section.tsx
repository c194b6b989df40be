import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  /** On a wide page the heading stands beside the rest, and stays in view while it scrolls. */
  readonly beside?: boolean;
  readonly children: ReactNode;
}

/** A part of an overview page, under a heading of its own that can be linked to. */
export function Section({ id, title, intro, beside = false, children }: SectionProps) {
  const outer = beside
    ? 'grid gap-x-12 gap-y-6 pb-16 lg:grid-cols-[16rem_minmax(0,1fr)]'
    : 'grid gap-y-8 pt-20 sm:pt-28';
  return (
    <section aria-labelledby={id} className={outer}>
      <div className={beside ? 'self-start lg:sticky lg:top-[calc(var(--header)+1.5rem)]' : ''}>
        <h2 id={id} className={beside ? 'text-[1.375rem]' : 'text-section'}>
          {title}
        </h2>
        {intro ? (
          <p className={`mt-2 max-w-[62ch] text-soft ${beside ? 'text-[0.9375rem]' : ''}`}>{intro}</p>
        ) : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
