import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import type { SitePath } from '@/lib/pages';

export interface CauseLink {
  readonly href: SitePath;
  readonly title: string;
  readonly text?: string;
}

interface CauseLinksProps {
  readonly links: readonly CauseLink[];
}

/** Where one can go on from here, each with a word on what is there. */
export function CauseLinks({ links }: CauseLinksProps) {
  return (
    <ul className="border-line border-t">
      {links.map(({ href, title, text }) => (
        <li key={href} className="border-line border-b py-3.5">
          <PageLink href={href} className="font-semibold hover:text-brand">
            <Inline text={title} />
          </PageLink>
          {text ? (
            <p className="mt-0.5 max-w-[64ch] text-soft">
              <Inline text={text} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
