import type { ReactNode } from 'react';

interface EntryProps {
  /** What links lead to. */
  readonly id: string;
  readonly title: ReactNode;
  /** Beside or below the title: a badge, a word on where it stands. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

/** One thing of the reference: its name on the left, what is to be known on the right. */
export function Entry({ id, title, mark, children }: EntryProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-3 border-t border-line py-7 lg:grid-cols-[16rem_minmax(0,1fr)]"
    >
      <div className="min-w-0">
        <h2 id={id} className="text-xl leading-snug [overflow-wrap:anywhere]">
          <a href={`#${id}`} className="hover:text-brand">
            {title}
          </a>
        </h2>
        {mark ? <p className="mt-1.5 text-sm text-soft">{mark}</p> : null}
      </div>
      <div className="min-w-0 max-w-[72ch]">{children}</div>
    </section>
  );
}
