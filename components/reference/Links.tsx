import { Fragment } from 'react';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import type { SitePath } from '@/lib/pages';

export interface TitledLink {
  readonly href: SitePath;
  readonly title: string;
}

interface LinksProps {
  readonly links: readonly TitledLink[];
}

/** Titles in a row, each a link to its page. */
export function Links({ links }: LinksProps) {
  return links.map(({ href, title }, index) => (
    <Fragment key={href}>
      {index ? ' · ' : null}
      <PageLink href={href} prefetch={false} className="link">
        <Inline text={title} />
      </PageLink>
    </Fragment>
  ));
}
