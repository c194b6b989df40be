'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageLink } from '@/components/ui/PageLink';
import type { SitePath } from '@/lib/pages';

/** A link of the header that knows whether one is there. */
export function NavLink({ href, children }: { href: SitePath; children: ReactNode }) {
  const path = usePathname();
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <PageLink
      href={href}
      aria-current={here}
      // In the menu of a narrow screen: it has done its work.
      onClick={({ currentTarget }) => currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
      className="relative flex h-full items-center whitespace-nowrap px-2.5 focus-visible:-outline-offset-2 text-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2.5 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-brand sm:px-3 sm:aria-[current]:after:inset-x-3"
    >
      {children}
    </PageLink>
  );
}
