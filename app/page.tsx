import type { Metadata } from 'next';
import { Answers } from '@/components/home/Answers';
import { Knock } from '@/components/home/Knock';
import { WaysIn } from '@/components/home/WaysIn';
import { LessonRows } from '@/components/lesson/LessonRows';
import { addressOf, hostWord, originWord } from '@/components/site/origin';
import { pageMetadata } from '@/components/site/page-metadata';
import { StructuredData } from '@/components/site/StructuredData';
import { ButtonLink } from '@/components/ui/Button';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { Terminal } from '@/components/ui/Terminal';
import { listLessons } from '@/lib/content/lessons';
import { siteData } from '@/lib/figures/structured-data';
import { lessonPath } from '@/lib/pages';
import { lessonEntry } from './lessons/lesson-entry';

const description =
  'Meet a real 401 Unauthorized and a real 403 Forbidden, see which check refused, and get past it: from the page or from your terminal, without an account.';

export const metadata: Metadata = pageMetadata({
  path: '/',
  title: 'Doorman: 401 Unauthorized and 403 Forbidden, met and solved',
  description,
});

const commands = [
  {
    note: 'Send a request. Choose the last name in the path yourself: 8 to 64 letters, digits, _ or -.',
    command: 'curl -i {origin}/api/sandbox/first-401/knock-knock/',
  },
  {
    note: 'Get your task, your user name and your password.',
    command: 'curl {origin}/api/briefs/first-401/knock-knock',
  },
  {
    note: 'Answer the challenge. curl asks for the password and makes the Authorization header.',
    command: 'curl -i -u ada {origin}/api/sandbox/first-401/knock-knock/',
  },
];

export default async function Home() {
  const lessons = listLessons();
  const entries = await Promise.all(lessons.slice(0, 5).map(lessonEntry));
  const first = lessons[0] ? lessonPath(lessons[0].slug) : '/lessons';
  return (
    <div className="px-page">
      <div className="grid items-center gap-x-14 gap-y-12 pt-12 sm:pt-16 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:pt-20">
        <div className="@container">
          <h1 className="text-hero">
            <span className="block text-balance">
              <span className="text-s401-text">401</span> asks who you are.
            </span>{' '}
            <span className="block text-balance">
              <span className="text-s403-text">403</span> has heard, and says no.
            </span>
          </h1>
          <p className="mt-6 max-w-[44ch] text-lead text-soft">
            Meet real ones, see which gate refused, and get past it: from this page or from your own terminal.
            No account.
          </p>
          <div className="mt-8 flex flex-wrap gap-x-2 gap-y-3">
            <ButtonLink variant="secondary" href={first}>
              Start the first lesson
            </ButtonLink>
            <ButtonLink variant="quiet" href="/sandbox" className="max-sm:px-2">
              All exercises
            </ButtonLink>
          </div>
        </div>
        <div className="min-w-0">
          <noscript>
            <p className="mb-4">
              Knocking from this page needs JavaScript. A terminal needs none: the commands are{' '}
              <a className="link" href="#terminal">
                below
              </a>
              .
            </p>
          </noscript>
          <Knock lesson={first} host={hostWord} />
        </div>
      </div>

      <Section
        id="yours"
        title="Have you got a 401 or 403?"
        intro="Paste the request, the response or the error message. You learn the likely causes, how to check each, and the fix. Nothing leaves your browser."
      >
        <p className="-mt-2 mb-8">
          <ButtonLink href="/diagnose">Paste it, and see the likely causes</ButtonLink>
        </p>
        <WaysIn
          ways={[
            {
              title: 'A site refuses me',
              text: 'What you can do about a 401 or 403 yourself, what is a waste of time, and what to tell support.',
              href: '/visitors',
            },
            {
              title: 'My API call is refused',
              text: 'Three questions to the cause: how it looks on the wire, how to be sure, and the fix.',
              href: '/causes',
            },
            {
              title: 'My server refuses people',
              text: 'Causes that only its owner can fix: a header that is dropped, a missing challenge, the wrong status.',
              href: '/causes?who=server',
            },
          ]}
        />
      </Section>

      <Section
        id="gates"
        title="The gate that stops you names the status"
        intro="On this server, a request meets three gates in this order. The gate that stops it shows what the server knew."
      >
        <Answers />
      </Section>

      {lessons.length > 0 ? (
        <Section
          id="lessons"
          title="The lessons in order"
          intro="Each lesson begins with a request that is refused, and ends with a quiz. What you have done stays in your browser."
        >
          <LessonRows lessons={entries} />
          <p className="mt-5">
            <PageLink className="link" href="/ways">
              Shorter: four ways through the course, by what you do
            </PageLink>
          </p>
        </Section>
      ) : null}

      <Section
        id="terminal"
        title="Send it from your own terminal"
        intro="Your terminal gets the same response. The page of an exercise shows at once what your terminal sent."
      >
        <Terminal origin={originWord} commands={commands} />
      </Section>
      <StructuredData data={siteData(description, addressOf)} />
    </div>
  );
}
