import type { Metadata, Route } from 'next';
import { pageMetadata } from '@/components/site/page-metadata';
import { Inline } from '@/components/ui/Inline';
import { PageHeader } from '@/components/ui/PageHeader';
import { PageLink } from '@/components/ui/PageLink';
import { Section } from '@/components/ui/Section';
import { loadTeaching, type Teaching } from '@/lib/content/teach';
import { wayPath } from '@/lib/pages';

export const metadata: Metadata = pageMetadata({
  path: '/teach',
  title: 'Teach 401 and 403: plans for 45 and 90 minutes',
  description:
    'For teachers: two plans with real requests, what to prepare, questions to discuss with what to say, and what goes wrong in class.',
});

export default function Teach() {
  const { plans, prepare, questions, wrong } = loadTeaching();
  return (
    <div className="px-page">
      <PageHeader title="Teach 401 and 403">
        Two plans with real requests, and what other people stumble over.{' '}
        <PageLink className="link" href={wayPath('teach')}>
          The way for teachers
        </PageLink>{' '}
        has the lessons to take first yourself.
      </PageHeader>
      {plans.map((plan) => (
        <Section
          key={plan.minutes}
          id={`plan-${plan.minutes}`}
          title={`${plan.minutes} minutes`}
          intro={plan.goal}
          beside
        >
          <PlanTable {...plan} />
        </Section>
      ))}
      <Section id="prepare" title="Prepare" beside>
        <ul className="max-w-[62ch] list-disc space-y-2 pl-5">
          {prepare.map((text) => (
            <li key={text}>
              <Inline text={text} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="questions" title="Questions to discuss" intro="Ask first, and say something last." beside>
        <dl className="max-w-[62ch] divide-y divide-line border-y border-line">
          {questions.map(({ ask, answer }) => (
            <div key={ask} className="py-4">
              <dt className="font-semibold">
                <Inline text={ask} />
              </dt>
              <dd className="mt-1 text-soft">
                <Inline text={answer} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="goes-wrong" title="What goes wrong in class" beside>
        <dl className="max-w-[62ch] divide-y divide-line border-y border-line">
          {wrong.map(({ happens, do: help }) => (
            <div key={happens} className="py-4">
              <dt className="font-semibold">
                <Inline text={happens} />
              </dt>
              <dd className="mt-1 text-soft">
                <Inline text={help} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}

/** The parts of a plan, each with the minute at which it begins. */
function PlanTable({ minutes, parts }: Teaching['plans'][number]) {
  let at = 0;
  const timed = parts.map((part) => {
    const begins = at;
    at += part.minutes;
    return { ...part, begins };
  });
  return (
    <table className="w-full text-[0.9375rem]">
      <caption className="sr-only">Plan for {minutes} minutes</caption>
      <thead className="text-left text-sm text-faint">
        <tr>
          <th scope="col" className="py-1 pr-5 font-normal">
            Minute
          </th>
          <th scope="col" className="py-1 font-normal">
            What happens
          </th>
        </tr>
      </thead>
      <tbody>
        {timed.map(({ begins, minutes: length, does, link }) => (
          <tr key={begins} className="border-t border-line align-top">
            <th
              scope="row"
              className="py-3 pr-5 text-left font-normal whitespace-nowrap text-soft tabular-nums"
            >
              {begins}–{begins + length}
            </th>
            <td className="py-3">
              <Inline text={does} />{' '}
              {link ? (
                <PageLink className="link inline-block min-h-6 wrap-anywhere" href={link as Route}>
                  {link}
                </PageLink>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
