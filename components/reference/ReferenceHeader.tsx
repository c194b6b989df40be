import type { ReactNode } from 'react';
import { PageLink } from '@/components/ui/PageLink';

const parts = [
  ['/reference/statuses', 'Statuses'],
  ['/reference/schemes', 'Schemes'],
  ['/reference/fields', 'Fields'],
  ['/reference/rules', 'Rules'],
  ['/reference/glossary', 'Glossary'],
] as const;

interface ReferenceHeaderProps {
  readonly title: ReactNode;
  /** The address of this page, which the row of parts marks. */
  readonly here: string;
  readonly children: ReactNode;
}

/** The top of a page of the reference, with the way to the others. */
export function ReferenceHeader({ title, here, children }: ReferenceHeaderProps) {
  return (
    <header className="pt-9 pb-8 sm:pt-12">
      <nav aria-label="Reference" className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
        <PageLink
          href="/reference"
          className="link"
          aria-current={here === '/reference' ? 'page' : undefined}
        >
          Reference
        </PageLink>
        {parts.map(([href, name]) => (
          <PageLink
            key={href}
            href={href}
            className={href === here ? 'font-semibold' : 'link'}
            aria-current={href === here ? 'page' : undefined}
          >
            {name}
          </PageLink>
        ))}
      </nav>
      <h1 className="mt-5 text-title">{title}</h1>
      <div className="mt-4 max-w-[58ch] text-lead text-soft">{children}</div>
    </header>
  );
}
