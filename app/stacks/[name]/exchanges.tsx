import { Inline } from '@/components/ui/Inline';
import { type Answer, type Question, questions, type StackRecord, type Variant } from '@/lib/stacks/record';
import { sameAnswer } from '@/lib/stacks/summary';
import { AnswerLine } from './answer-line';
import { WireText } from './wire-text';

/** Every question, folded. An address that ends in its id opens it. */
export function Exchanges({ record }: { readonly record: StackRecord }) {
  const [first, ...others] = record.variants;
  return (
    <div className="grid gap-px">
      {questions.map((question) => {
        const answer = first.answers[question.id];
        if (!answer) return null;
        const changed = others.filter(({ answers }) => {
          const other = answers[question.id];
          return other !== undefined && !sameAnswer(answer, other);
        });
        return <Exchange key={question.id} question={question} answer={answer} others={changed} />;
      })}
    </div>
  );
}

interface ExchangeProps {
  readonly question: Question;
  readonly answer: Answer;
  /** Variants that answer otherwise. */
  readonly others: readonly Variant[];
}

function Exchange({ question: { id, title, about }, answer, others }: ExchangeProps) {
  return (
    <details className="border-line border-t py-3">
      <summary className="cursor-pointer hanging-mark">
        <span className="font-semibold">{title}</span>
        <span className="mt-1 block indent-0">
          <AnswerLine answer={answer} />
        </span>
      </summary>
      <div id={id} className="mt-3 grid scroll-mt-28 gap-4">
        <p className="text-sm text-soft">
          <Inline text={about} />
        </p>
        <Both answer={answer} />
        {others.map((variant) => {
          const other = variant.answers[id];
          return other ? (
            <div key={variant.id} className="grid gap-2">
              <p className="text-sm">{variant.title}</p>
              <Both answer={other} />
            </div>
          ) : null;
        })}
      </div>
    </details>
  );
}

function Both({ answer }: { readonly answer: Answer }) {
  if ('notApplicable' in answer) return <p>{answer.notApplicable}</p>;
  const { before, request, raw, response } = answer;
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-raised">
      {before.length ? (
        <p className="border-line border-b px-4 py-2 text-sm text-soft">
          First {before.length === 1 ? 'one request' : `${before.length} requests`} to sign in; the record has
          them.
        </p>
      ) : null}
      <WireText text={request} />
      <div className="border-line border-t">
        <WireText text={raw} status={response.status} />
      </div>
    </div>
  );
}
