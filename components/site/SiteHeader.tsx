import Link from 'next/link';
import { Gates } from '@/components/trace/Gates';
import { NavLink } from './NavLink';
import { ThemeSwitch } from './ThemeSwitch';

/** The bar at the top of every page. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-40 print:hidden border-b border-line bg-paper px-page">
      <div className="flex h-(--header) items-center gap-2 sm:gap-6">
        <Link href="/" className="-ml-1 flex items-center gap-2.5 rounded-lg p-1" aria-label="Doorman, home">
          <Gates size="logo" />
          <span className="font-display text-lg font-bold tracking-tight">Doorman</span>
        </Link>
        <nav aria-label="Main" className="flex h-full text-[0.9375rem]">
          <NavLink href="/lessons">Lessons</NavLink>
          <NavLink href="/sandbox">Sandbox</NavLink>
        </nav>
        <div className="-mr-2 ml-auto">
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
