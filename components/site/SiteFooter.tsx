import { PageLink } from '@/components/ui/PageLink';
import { pages } from '@/lib/pages';

const listed = pages.filter(({ footer }) => footer !== undefined);

/** What this is, where to go, and under which terms it may be used. */
export function SiteFooter() {
  return (
    <footer className="mt-24 print:hidden border-t border-line px-page text-sm text-soft">
      <div className="flex flex-wrap items-baseline justify-between gap-x-10 gap-y-3 py-8">
        <p className="max-w-[52ch]">
          Doorman teaches HTTP 401 and 403 by letting you meet real ones. Its passwords, keys and tokens are
          toys. MIT licence.
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6 gap-y-2">
          {listed.map(({ path, footer }) => (
            <PageLink key={path} className="link" href={path}>
              {footer}
            </PageLink>
          ))}
          <a className="link" href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2">
            RFC 9110
          </a>
        </nav>
      </div>
    </footer>
  );
}
