import type { Metadata } from 'next';
import { type CauseLink, CauseLinks } from '@/components/causes/CauseLinks';
import { PageHeader } from '@/components/ui/PageHeader';

export const metadata: Metadata = {
  title: 'You are offline',
  description: 'This page is not available offline. Lessons, causes and review are.',
  robots: { index: false },
};

const offlineParts: readonly CauseLink[] = [
  {
    href: '/lessons',
    title: 'Lessons',
    text: 'Every text and quiz. What you do is kept in this browser as always.',
  },
  { href: '/causes', title: 'Causes', text: 'Every cause of a 401 or 403, and its fix.' },
  { href: '/review', title: 'Review', text: 'What is due today.' },
  { href: '/reference', title: 'Reference', text: 'Status codes, schemes, headers, rules, words.' },
];

/** What is shown without a network in place of a page that does not exist or is no page. */
export default function Offline() {
  return (
    <div className="px-page pb-16">
      <PageHeader title="You are offline">
        The server cannot be reached, and there is no copy of this address. That is a network failure, not a
        404: no server answered. These work without a network:
      </PageHeader>
      <CauseLinks links={offlineParts} />
    </div>
  );
}
