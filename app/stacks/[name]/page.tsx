import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { listStackTexts } from '@/lib/content/stacks';
import { departuresOf } from '@/lib/stacks/departures';
import { findRecord, listRecords, questions } from '@/lib/stacks/record';
import { BeforeAfter } from './before-after';
import { Exchanges } from './exchanges';
import { Printed } from './printed';
import { Program } from './program';
import { StackDepartures } from './stack-departures';
import { Surprises } from './surprises';

interface Props {
  params: Promise<{ name: string }>;
}

/** Every other name is a real 404. */
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return listRecords().map(({ name }) => ({ name }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await params;
  const text = listStackTexts().get(name);
  if (!text) return {};
  return pageMetadata({
    path: `/stacks/${name}`,
    title: `${text.title}: which 401 and 403 it sends by default`,
    description: text.summary.replaceAll('`', ''),
    type: 'article',
    picture: '/stacks',
  });
}

export default async function StackPage({ params }: Props) {
  const { name } = await params;
  const record = findRecord(name);
  const text = listStackTexts().get(name);
  if (!record || !text) notFound();
  const { title, language, from, versions, recorded, variants } = record;
  return (
    <article className="px-page pb-8">
      <p className="pt-9 text-[0.9375rem]">
        <PageLink href="/stacks" className="link">
          All stacks
        </PageLink>
      </p>
      <PageHeader title={title}>
        <Inline text={text.summary} />
      </PageHeader>
      <dl className="-mt-4 mb-12 grid gap-x-5 gap-y-1 text-[0.9375rem] sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        <dt className="text-faint">Versions</dt>
        <dd className="wrap-anywhere">
          {Object.entries(versions)
            .map((pair) => pair.join(' '))
            .join(' · ')}
        </dd>
        <dt className="text-faint">Written in</dt>
        <dd>
          {language}, from {from === 'npm' ? 'npm' : 'Debian 12'}
        </dd>
        <dt className="text-faint">Recorded</dt>
        <dd>
          <time dateTime={recorded}>{recorded}</time>,{' '}
          {variants[0].title.replace(/^\w/, (letter) => letter.toLowerCase())}
        </dd>
        <dt className="text-faint">Record again</dt>
        <dd>
          <code className="font-mono text-wire">npm run stacks -- {name}</code>
        </dd>
      </dl>
      <Section id="surprises" title="What surprises" beside>
        <Surprises record={record} text={text} />
      </Section>
      <Section id="departures" title="Departures from the RFCs" beside>
        <StackDepartures departures={departuresOf(record)} />
      </Section>
      {text.configure.length ? (
        <Section id="configure" title="What to configure" intro="Both sides were recorded." beside>
          <BeforeAfter record={record} text={text} />
        </Section>
      ) : null}
      {text.newer.length ? (
        <Section id="newer" title="Later versions" intro="Not recorded here." beside>
          <ul className="grid gap-3">
            {text.newer.map(({ says, source }) => (
              <li key={says}>
                <Inline text={says} />{' '}
                <a href={source.url} className="link">
                  {source.title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="texts" title="The texts it prints" intro="What to search for in a log." beside>
        <Printed record={record} />
      </Section>
      <Section
        id="exchanges"
        title="Every exchange"
        intro={`${questions.length} questions, byte for byte.`}
        beside
      >
        <Exchanges record={record} />
      </Section>
      <Section id="source" title="The program" beside>
        <Program files={record.program} />
      </Section>
    </article>
  );
}
