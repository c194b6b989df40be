import type { Metadata } from 'next';
import { Practice } from '@/components/practice/Practice';
import { pageMetadata } from '@/components/site/page-metadata';
import { PageHeader } from '@/components/ui/PageHeader';
import { listLessons } from '@/lib/content/lessons';
import { askAbout } from '@/lib/practice/ask';
import { situationOf } from '@/lib/practice/situation';

export const metadata: Metadata = pageMetadata({
  path: '/practice',
  title: '400, 401, 403 or 404? Endless practice',
  description:
    'A resource, a request, and you are the server: which gate refuses, with which status and which challenge? Endless new situations, each explained check by check.',
});

export default async function PracticePage() {
  const first = await askAbout(situationOf(1, 'doorman'));
  const lessons = Object.fromEntries(listLessons().map(({ slug, title }) => [slug, title]));
  return (
    <div className="px-page">
      <PageHeader title="Practice">
        A server, a request, and a question: what comes back? Every situation is new, and the right answer is
        computed.
      </PageHeader>
      <Practice first={first} lessons={lessons} />
      <noscript>
        <p className="mt-6 text-soft">
          Your answer is checked by a script in your browser, so the practice needs JavaScript. The quizzes of
          the lessons can be read without it.
        </p>
      </noscript>
    </div>
  );
}
