import { Inline } from '@/components/ui/Inline';
import type { StackText } from '@/lib/content/stacks';
import type { StackRecord } from '@/lib/stacks/record';
import { AnswerLine } from './answer-line';
import { QuestionLink } from './question-link';

/** Each surprise with the answer that shows it. */
export function Surprises({ record, text }: { readonly record: StackRecord; readonly text: StackText }) {
  return (
    <ul className="grid gap-5">
      {text.surprises.map(({ says, shows: { question, holds } }) => (
        <li key={says}>
          <p className="max-w-[68ch]">
            <Inline text={says} />
          </p>
          <div className="mt-1.5 border-line border-l-2 pl-3">
            <p className="text-faint text-sm">
              <QuestionLink id={question} />
            </p>
            <AnswerLine answer={record.variants[0].answers[question]} holds={holds} />
          </div>
        </li>
      ))}
    </ul>
  );
}
