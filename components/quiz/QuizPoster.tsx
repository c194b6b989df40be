/** A quiz before its program is loaded, of the size that it will have; without JavaScript, with its answers. */
import { Inline } from '@/components/ui/Inline';
import { pickable } from '@/lib/quiz/check-answer';
import type { Question } from '@/lib/quiz/question';
import { Folded } from './Folded';
import type { LessonQuestions } from './lesson-questions';
import { QuestionFigure } from './QuestionFigure';

export function QuizPoster({ items, figures }: LessonQuestions) {
  return (
    <ol>
      {items.map(({ id, versions: [question] }, index) => {
        const figure = figures[`${id}/0`];
        return (
          <li
            key={id}
            id={`question-${id}`}
            className="flex scroll-mt-20 gap-3 border-t border-line py-8 sm:gap-4"
          >
            <span className="w-5 shrink-0 font-mono text-lg leading-7 text-faint" aria-hidden="true">
              {index + 1}
            </span>
            <div className={`min-w-0 flex-1 gap-x-10 lg:grid ${figure ? 'lg:grid-cols-2' : ''}`}>
              <h3 className="mb-4 max-w-[44rem] font-sans text-[1.0625rem] leading-7 font-semibold tracking-normal lg:col-span-full">
                <Inline text={question.ask} />
              </h3>
              {figure ? (
                <div className="mb-4">
                  <QuestionFigure figure={figure} />
                </div>
              ) : null}
              <div className="max-w-[44rem] min-w-0 space-y-4">
                <ul className="space-y-2">
                  {choices(question).map((text) => (
                    <li
                      key={text}
                      className="rounded-lg border border-line-strong bg-raised py-2.5 pr-3.5 pl-10"
                    >
                      <Inline text={text} />
                    </li>
                  ))}
                </ul>
                <div className="min-h-10 noscript:hidden" />
                <noscript>
                  <Folded question={question} />
                </noscript>
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What there is to choose from, as text; what is typed has nothing to show. */
function choices(question: Question): readonly string[] {
  switch (question.kind) {
    case 'field':
      return ['A field line, to be typed'];
    case 'order':
      return question.steps.map(({ text }) => text);
    case 'lie':
      return pickable(question).map(({ text }) => `\`${text.replaceAll('`', '')}\``);
    case 'build':
      return question.statuses.map(({ status, reason }) => `${status} ${reason}`.trim());
    default:
      return question.options.map(({ text }) => text);
  }
}
