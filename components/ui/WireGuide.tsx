import type { ReactNode } from 'react';
import { PageLink } from './PageLink';

/** A link to the part of the first lesson that shows the network panel and `curl -v`. */
export function WireGuide({ children }: { readonly children: ReactNode }) {
  return (
    <PageLink href="/lessons/your-first-401#see-the-request-in-devtools-or-curl" className="link">
      {children}
    </PageLink>
  );
}
