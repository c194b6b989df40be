import { StatusBadge } from '@/components/ui/StatusBadge';
import type { Variant } from '@/lib/stacks/record';
import { printedTexts } from '@/lib/stacks/summary';
import { QuestionLink } from './question-link';

/** The texts of refusals, as they stand in the bodies. */
export function Printed({ variant }: { readonly variant: Variant }) {
  const texts = printedTexts(variant);
  if (!texts.length) return <p>Its refusals have no body.</p>;
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
          </span>
        </li>
      ))}
    </ul>
  );
}
