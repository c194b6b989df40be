import type { Metadata } from 'next';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';
import { WayList } from './WayList';

export const metadata: Metadata = pageMetadata({
  path: '/ways',
  title: 'Four ways through the course on 401 and 403',
  description:
    'Choose what you do: call APIs, build APIs, run servers and proxies, or teach. Six to ten lessons each, with an exam and a signed badge.',
});

export default function Ways() {
  return (
    <div className="px-page pb-16">
      <PageHeader title="Four ways through the course">
        Choose what you do. Each way is a part of{' '}
        <PageLink className="link" href="/lessons">
          the whole course
        </PageLink>
        , with an exam of its own at the end.
      </PageHeader>
      <WayList />
    </div>
  );
}
