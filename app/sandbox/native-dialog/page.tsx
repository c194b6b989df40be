import type { Metadata } from 'next';
import { pageMetadata } from '@/components/site/page-metadata';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';

export const metadata: Metadata = pageMetadata({
  path: '/sandbox/native-dialog',
  title: 'The browser’s own sign-in dialog: a Basic 401 without any page around it',
  description:
    'Open a real resource that answers 401 with WWW-Authenticate: Basic, and meet the sign-in dialog that the browser opens by itself, before any page is shown.',
  statuses: [401],
  picture: '/sandbox',
});

/** One attempt for everybody: nothing is solved here, and its toys are shown to all. */
const path = 'open-basic/native-dialog';

/** The one place where the browser is meant to open its login dialog: by going to a resource, not by fetch. */
export default function NativeDialog() {
  return (
    <div className="px-page pb-16">
      <nav aria-label="Breadcrumb" className="pt-8">
        <PageLink href="/sandbox" className="link text-sm">
          Sandbox
        </PageLink>
      </nav>
      <PageHeader title="The browser’s own dialog">
        Everywhere else Doorman keeps the browser from asking you for a password. Here it asks: you go to a
        resource that answers 401 with{' '}
        <code className="whitespace-nowrap text-wire">WWW-Authenticate: Basic</code>, and the browser itself
        asks who you are.
      </PageHeader>
      <ol className="grid max-w-[62ch] list-decimal gap-5 pl-6 marker:text-faint">
        <li>
          Look up who you can be:{' '}
          <a href={`/api/briefs/${path}`} target="_blank" rel="noreferrer" className="link">
            the brief of this door
          </a>
          . Take <code className="text-wire">reader-username</code> and{' '}
          <code className="text-wire">reader-password</code>, Grace’s.
        </li>
        <li>
          Go to{' '}
          <a href={`/api/sandbox/${path}/`} target="_blank" rel="noreferrer" className="link">
            the resource
          </a>
          . The dialog is the browser’s, not a page’s: no text around it, no link, and no way to style it.
        </li>
        <li>
          Press Cancel, and you see the content of the 401: the problem with its trace. Open the resource
          again, answer as Grace, and you get 200.
        </li>
        <li>
          Then go to{' '}
          <a href={`/api/sandbox/${path}/admin`} target="_blank" rel="noreferrer" className="link">
            the administrator’s room
          </a>
          . No dialog this time: the browser sends Grace’s credentials automatically, since this path is below
          the one that it knows. And a 403 does not ask for other credentials.
        </li>
      </ol>
      <div className="mt-10 max-w-[62ch]">
        <Notice title="There is no way to sign out">
          The browser keeps what you typed until you close it, and sends it along to every path below this one
          (RFC 7617 §2.2). A private window forgets sooner.
        </Notice>
      </div>
    </div>
  );
}
