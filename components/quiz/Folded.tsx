import { Inline } from '@/components/ui/Inline';
import { pickable } from '@/lib/quiz/check-answer';
import type { Question } from '@/lib/quiz/question';

interface Explained {
  readonly key: string;
  readonly text: string;
  readonly why: string;
}

/** The answer to a question with all its explanations, for readers without JavaScript. */
export function Folded({ question }: { readonly question: Question }) {
  return (
    <details className="rounded-lg bg-sunk px-4 py-3">
      <summary className="font-semibold">Answer</summary>
      {question.kind === 'field' ? (
        <p className="mt-2">
          <code className="text-wire wrap-wire">{question.answer}</code>
          <br />
          <Inline text={question.why} />
        </p>
      ) : (
        <ol className="mt-2 list-decimal space-y-2 pl-5">
          {explained(question).map(({ key, text, why }) => (
            <li key={key}>
              <strong className="font-semibold">
                <Inline text={text} />
              </strong>
              <br />
              <Inline text={why} />
            </li>
          ))}
        </ol>
      )}
      {question.kind === 'build' && question.challenge ? (
        <p className="mt-2">
          <code className="text-wire wrap-wire">WWW-Authenticate: {question.challenge}</code>
        </p>
      ) : null}
    </details>
  );
}

function explained(question: Exclude<Question, { kind: 'field' }>): readonly Explained[] {
  switch (question.kind) {
    case 'order':
      return [...question.steps].sort((a, b) => Number(a.key) - Number(b.key));
    case 'lie':
      return pickable(question).map((line) => said(line, 'The lie. ', ''));
    case 'build':
      return question.statuses.map(({ status, reason, ...one }) =>
        said({ ...one, key: String(status), text: `${status} ${reason}`.trim() }),
      );
    default:
      return question.options.map((option) => said(option));
  }
}

function said(
  { key, text, why, correct }: Explained & { readonly correct: boolean },
  right = 'Right. ',
  wrong = 'Wrong. ',
): Explained {
  return { key, text, why: `${correct ? right : wrong}${why}` };
}
