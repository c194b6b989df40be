import type { ReactNode } from 'react';
import { Inline } from '@/components/ui/Inline';
import type { Item, Question } from '@/lib/quiz/question';
import { QuizForm } from './QuizForm';

interface QuizProps {
  readonly lesson: string;
  readonly items: readonly Item[];
  /** What each question shows, by item and version: `first-401-invitation/0`. */
  readonly figures: Readonly<Record<string, ReactNode>>;
}

/** The quiz of a lesson. Without JavaScript the questions are there to read, each with its answer folded. */
export function Quiz({ lesson, items, figures }: QuizProps) {
  const unscripted = Object.fromEntries(
    items.map(({ id, versions }) => [id, <Folded key={id} question={versions[0]} />]),
  );
  return (
    <section aria-labelledby="quiz">
      <h2 id="quiz" className="scroll-mt-20 text-section">
        Check yourself
      </h2>
      <p className="mt-2 mb-8 max-w-[58ch] text-soft">
        Say also how sure you are: what you miss while you are sure teaches most, so it comes back first.
      </p>
      <QuizForm lesson={lesson} items={items} figures={figures} unscripted={unscripted} />
    </section>
  );
}

function Folded({ question }: { readonly question: Question }) {
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
    </details>
  );
}

function explained(question: Exclude<Question, { kind: 'field' }>) {
  if (question.kind === 'order') return [...question.steps].sort((a, b) => Number(a.key) - Number(b.key));
  return question.options.map(({ correct, why, ...option }) => ({
    ...option,
    why: `${correct ? 'Right. ' : 'Wrong. '}${why}`,
  }));
}
