import type { Metadata } from 'next';
import { Buttons, Forms, Frames, Notices } from '@/app/design/Controls';
import { Questions } from '@/app/design/Questions';
import { Sample } from '@/app/design/Sample';
import { Signs } from '@/app/design/Signs';
import { Colours, Spacing, Type } from '@/app/design/Tokens';
import { Verdicts } from '@/app/design/Verdicts';
import { Waits } from '@/app/design/Waits';
import { ColumnEdge } from '@/components/lesson/ColumnEdge';
import { Outline } from '@/components/lesson/Outline';
import { Trace } from '@/components/trace/Trace';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { figure } from '@/lib/figures/figure';

export const metadata: Metadata = {
  title: 'Design',
  description: 'All tokens and components of Doorman, in every state.',
  robots: { index: false },
};

const traces = [
  { name: 'Let through', exercise: 'first-401', draft: 'solution' },
  { name: '400 at syntax', exercise: 'two-answers', draft: 'start' },
  { name: '401 after many checks', exercise: 'wrong-audience', draft: 'start' },
  { name: '403', exercise: 'first-403', draft: 'start' },
  { name: 'A 404 that hides', exercise: 'hidden-room', draft: 'start' },
  { name: '302 of no gate', exercise: 'redirect-eats-authorization', draft: 'start' },
  { name: '302 of a gate', exercise: 'dressed-as-200', draft: 'start' },
  { name: '511 of a network in between', exercise: 'captive-portal', draft: 'start' },
  {
    name: '200 of a page that asks nothing',
    exercise: 'captive-portal',
    draft: 'the terms read and not accepted',
  },
];

/** What exists, for people who change it, made from the components themselves. */
export default async function Design() {
  const shown = await Promise.all(
    traces.map(async ({ name, exercise, draft }) => ({ name, exchange: await figure(exercise, draft) })),
  );
  return (
    <div className="px-page pb-20">
      <PageHeader title="Design">
        Everything a page can be made of, in every state. Colour means status and nothing else; the brand’s
        blue means nothing but itself.
      </PageHeader>
      <Section id="colour" title="Colour">
        <Colours />
      </Section>
      <Section id="type" title="Type">
        <Type />
      </Section>
      <Section id="spacing" title="Space and edges">
        <Spacing />
      </Section>
      <Section id="gates" title="The three gates">
        <Signs />
      </Section>
      <Section id="verdict" title="The verdict">
        <Verdicts answers={shown} />
      </Section>
      <Section id="trace" title="The trace">
        <div className="grid items-start gap-8 lg:grid-cols-2">
          {shown.map(({ name, exchange: { response, trace } }) => (
            <Sample key={name} name={name}>
              <Trace status={response.status} trace={trace} />
            </Sample>
          ))}
          <Sample name="405 of no gate">
            <Trace status={405} trace={[]} />
          </Sample>
        </div>
      </Section>
      <Section id="controls" title="Buttons">
        <Buttons />
      </Section>
      <Section id="notices" title="Notices">
        <Notices />
      </Section>
      <Section id="forms" title="Forms">
        <Forms />
      </Section>
      <Section id="frames" title="Tabs, commands, tables">
        <Frames />
      </Section>
      <Section id="questions" title="Quiz feedback">
        <Questions />
      </Section>
      <Section id="reading" title="Around a lesson">
        <div className="grid gap-8 md:grid-cols-2">
          <Sample name="What it holds, and where one is">
            <Outline
              entries={[
                { id: 'colour', title: 'Colour' },
                { id: 'trace', title: 'The trace' },
                { id: 'reading', title: 'Around a lesson' },
              ]}
            />
          </Sample>
          <Sample name="The edge of the sandbox, on wide screens">
            <div className="relative ml-4 h-44 border-line border-l">
              <ColumnEdge />
            </div>
          </Sample>
        </div>
      </Section>
      <Section id="waits" title="Empty, loading, failed">
        <Waits />
      </Section>
    </div>
  );
}
