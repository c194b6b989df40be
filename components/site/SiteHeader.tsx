import { Menu } from 'lucide';
import { DueCount } from '@/components/progress/DueCount';
import { SearchButton } from '@/components/search/SearchButton';
import { Gates } from '@/components/trace/Gates';
import { Icon } from '@/components/ui/Icon';
import { PageLink } from '@/components/ui/PageLink';
import { NavLink } from './NavLink';
import { ThemeSwitch } from './ThemeSwitch';

/** The bar at the top of every page. */
export function SiteHeader() {
  const ways = (
    <>
      <NavLink href="/lessons">Lessons</NavLink>
      <NavLink href="/sandbox">Sandbox</NavLink>
      <NavLink href="/causes">Causes</NavLink>
      <NavLink href="/cheatsheet">Cheat sheet</NavLink>
      <NavLink href="/review">
        Review
        <DueCount />
      </NavLink>
    </>
  );
  return (
    <header className="sticky top-0 z-40 print:hidden border-b border-line bg-paper px-page">
      <div className="flex h-(--header) items-center gap-2 sm:gap-6 max-[20rem]:gap-0">
        <PageLink
          href="/"
          className="-ml-1 flex items-center gap-2.5 rounded-lg p-1"
          aria-label="Doorman, home"
        >
          <Gates size="logo" />
          {/* With text twice as large the bar of a phone has no room for the word. */}
          <span className="font-display text-lg font-bold tracking-tight max-[20rem]:hidden">Doorman</span>
        </PageLink>
        <nav aria-label="Main" className="flex h-full min-w-0 text-[0.9375rem] max-md:hidden">
          {ways}
        </nav>
        <div className="-mr-2 ml-auto flex shrink-0 items-center gap-1">
          <SearchButton />
          <ThemeSwitch />
          <button
            type="button"
            popoverTarget="ways"
            aria-label="Menu"
            className="grid size-9 place-items-center rounded-lg text-soft hover:bg-sunk hover:text-ink md:hidden"
          >
            <Icon of={Menu} className="size-5" aria-hidden="true" />
          </button>
        </div>
      </div>
      <nav
        id="ways"
        popover="auto"
        aria-label="Menu"
        className="fixed inset-x-0 top-(--header) m-0 w-full border-0 border-line border-b bg-paper px-4 py-2 text-lg text-ink shadow-lift [&_a]:h-12"
      >
        {ways}
      </nav>
    </header>
  );
}
