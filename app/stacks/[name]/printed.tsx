import { PageLink } from '@/components/ui/PageLink';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { findCause } from '@/lib/content/causes';
import { causePath } from '@/lib/pages';
import type { StackRecord } from '@/lib/stacks/record';
import { recordedTexts } from '@/lib/stacks/recorded-texts';
import { printedTexts } from '@/lib/stacks/summary';
import { QuestionLink } from './question-link';

/** The texts of refusals, as they stand in the bodies; a text that shows a cause leads to it. */
export function Printed({ record }: { readonly record: StackRecord }) {
  const texts = printedTexts(record.variants[0]);
  if (!texts.length) return <p>Its refusals have no body.</p>;
  const telling = recordedTexts([record]);
  return (
    <ul className="grid gap-3">
      {texts.map(({ status, words, questions }) => (
        <li key={`${status} ${words}`} className="grid gap-x-3 sm:grid-cols-[3.5rem_minmax(0,1fr)]">
          <span>
            <StatusBadge status={status} />
          </span>
          <span className="min-w-0">
            <q className="wrap-anywhere">{words}</q>
            <span className="block text-sm">
              {questions.map((id, index) => (
                <span key={id}>
                  {index ? ' · ' : ''}
                  <QuestionLink id={id} />
                </span>
              ))}
            </span>
            <CauseLink slug={telling.find(({ text }) => words.includes(text))?.cause} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function CauseLink({ slug }: { readonly slug: string | undefined }) {
  const cause = slug === undefined ? undefined : findCause(slug);
  if (!cause) return null;
  return (
    <span className="block text-sm text-soft">
      The cause:{' '}
      <PageLink href={causePath(cause.slug)} className="link" prefetch={false}>
        {cause.title}
      </PageLink>
    </span>
  );
}
