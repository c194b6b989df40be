import type { Metadata } from 'next';
import { pageMetadata } from '@/components/site/page-metadata';
import { StackFilters } from '@/components/stacks/StackFilters';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { departureChecks } from '@/lib/stacks/departure-checks';
import { departuresOf } from '@/lib/stacks/departures';
import { listRecords, questions } from '@/lib/stacks/record';
import { DepartureTable } from './departure-table';
import { StackTable } from './stack-table';

export const metadata: Metadata = pageMetadata({
  path: '/stacks',
  title: '401 or 403: what Express, Django, nginx and others really answer',
  description:
    'The same requests were sent to real servers and frameworks, and the responses recorded: status, challenge and body, with versions, departures from the RFCs and what to configure.',
});

export default function StacksPage() {
  const records = listRecords();
  const languages = [...new Set(records.map(({ language }) => language))].sort();
  const departureIds = new Set(records.flatMap((record) => departuresOf(record).map(({ id }) => id)));
  const days = records.map(({ recorded }) => recorded).sort();
  return (
    <div className="px-page">
      <PageHeader title="What real stacks answer">
        {records.length} servers and frameworks, each with its defaults, were sent the same {questions.length}{' '}
        requests. This is what came back, byte for byte.
      </PageHeader>
      <StackFilters
        languages={languages}
        questions={questions.map(({ id, title, about }) => ({ id, title, about }))}
        departures={departureChecks
          .filter(({ id }) => departureIds.has(id))
          .map(({ id, title }) => ({ id, title }))}
      >
        <StackTable records={records} />
      </StackFilters>
      <p className="mt-4 max-w-[70ch] text-sm text-soft">
        A cell opens the exchange. The word after a status says whether a challenge came with it. § marks a
        response that departs from a MUST or SHOULD of an RFC. “n/a”: the question does not apply here.
      </p>
      <p className="mt-2 text-sm">
        Download:{' '}
        <a className="link" href="/stacks/record.json" download>
          everything as JSON
        </a>{' '}
        ·{' '}
        <a className="link" href="/stacks/record.csv" download>
          the table as CSV
        </a>
      </p>
      <Section
        id="departures"
        title="Where they depart from the RFCs"
        intro="Found by checks over the record, for each stack with its defaults. A MUST or SHOULD binds the server. The others are notes, which break no rule."
      >
        <DepartureTable records={records} />
      </Section>
      <Section id="method" title="How it was recorded">
        <div className="prose grid max-w-[68ch] gap-3">
          <p>
            Each stack is a small program or configuration, written close to the first example of its
            documentation. It runs in production mode if it has one. The requests go over a raw socket, and
            the response is stored byte for byte. The record was made between {days[0]} and {days.at(-1)}.
          </p>
          <p>
            The versions are those of npm and of Debian 12. Some are older than what many people run; the page
            of a stack names them, and names changes of later ones with their source. The command{' '}
            <code>npm run stacks -- express-passport</code> records one again and shows what differs.
          </p>
        </div>
      </Section>
    </div>
  );
}
