import { Inline } from '@/components/ui/Inline';
import type { StackText } from '@/lib/content/stacks';
import type { StackRecord } from '@/lib/stacks/record';
import { AnswerLine } from './answer-line';
import { QuestionLink } from './question-link';

/** What to configure, and the same request before and after it. */
export function BeforeAfter({ record, text }: { readonly record: StackRecord; readonly text: StackText }) {
  const [first, ...others] = record.variants;
  return (
    <>
      <ul className="grid gap-5">
        {text.configure.map(({ says, variant, shows: { question, holds } }) => (
          <li key={says}>
            <p className="max-w-[68ch]">
              <Inline text={says} />
            </p>
            <dl className="mt-1.5 grid gap-x-4 gap-y-1 border-line border-l-2 pl-3 sm:grid-cols-[4rem_minmax(0,1fr)]">
              <dt className="col-span-full text-sm">
                <QuestionLink id={question} />
              </dt>
              <dt className="text-faint text-sm">before</dt>
              <dd>
                <AnswerLine answer={first.answers[question]} holds={holds} />
              </dd>
              <dt className="text-faint text-sm">after</dt>
              <dd>
                <AnswerLine
                  answer={others.find(({ id }) => id === variant)?.answers[question]}
                  holds={holds}
                />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-faint text-sm">
        Recorded as: {others.map(({ title }) => title).join(' · ')}. The program below has both.
      </p>
    </>
  );
}
