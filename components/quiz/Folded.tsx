import { Inline } from '@/components/ui/Inline';
import { explanations } from '@/lib/quiz/explanations';
import type { Question } from '@/lib/quiz/question';

/** The answer to a question with all its explanations, for readers without JavaScript. */
export function Folded({ question }: { readonly question: Question }) {
  const { list, line } = explanations(question);
  return (
    <details className="rounded-lg bg-sunk px-4 py-3">
      <summary className="font-semibold">Answer</summary>
      <ol className="mt-2 list-decimal space-y-2 pl-5">
        {list.map(({ key, text, why }) => (
          <li key={key}>
            <strong className="font-semibold wrap-wire">
              <Inline text={text} />
            </strong>
            <br />
            <Inline text={why} />
          </li>
        ))}
      </ol>
      {line ? (
        <p className="mt-2">
          <code className="text-wire wrap-wire">{line}</code>
        </p>
      ) : null}
    </details>
  );
}
