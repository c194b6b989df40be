import type { Metadata } from 'next';
import { BadgeBoard } from '@/app/badge/BadgeBoard';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';

export const metadata: Metadata = {
  ...pageMetadata({
    path: '/badge',
    title: 'Badge of an exam',
    description:
      'A badge says which incidents of HTTP authentication were solved, and when. The page checks its signature with the public key of the server.',
    statuses: [200],
    picture: '/sandbox/incident-exam',
  }),
  // What is to be seen here is in the fragment, which no search engine has.
  robots: { index: false },
};

export default function BadgePage() {
  return (
    <div className="px-page pb-10">
      <div className="print:hidden">
        <PageHeader title="Badge">
          A badge says which incidents of an{' '}
          <PageLink className="link" href="/ways">
            exam
          </PageLink>{' '}
          were solved, and when. It is an Open Badge 3.0, so other programs can check it, too. This page
          checks its signature in your browser.
        </PageHeader>
      </div>
      <noscript>
        <p className="mb-6 text-soft">
          The signature is checked by a script in your browser, so this page needs JavaScript. From a
          terminal, POST the badge to <code>/badge/verify</code> of any attempt of the exam.
        </p>
      </noscript>
      <BadgeBoard />
    </div>
  );
}
