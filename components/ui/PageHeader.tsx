import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** The top of a page: its only h1, and a sentence on what can be done here. */
export function PageHeader({ title, children }: PageHeaderProps) {
  return (
    <div className="pt-12 pb-10 sm:pt-16 sm:pb-12">
      <h1 className="text-title">{title}</h1>
      {children ? <div className="mt-4 max-w-[58ch] text-lead text-soft">{children}</div> : null}
    </div>
  );
}
