'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Inline } from '@/components/ui/Inline';
import type { Answer, Sureness as Sure } from '@/lib/progress/progress';
import { recordAnswer } from '@/lib/progress/record';
import { beliefsShown, initialGiven, isRight, readGiven, writeGiven } from '@/lib/quiz/kinds';
import type { Question } from '@/lib/quiz/question';
import { Folded } from './Folded';
import { Outcome } from './Outcome';
import { QuestionFields } from './QuestionFields';
import { Sureness } from './Sureness';

interface QuestionFormProps {
  readonly item: string;
  readonly version: number;
  readonly question: Question;
  readonly number: number;
  /** The message that the question is about. */
  readonly figure?: ReactNode;
  /** Once there is one, the form tells what was right and why. */
  readonly answer?: Answer | undefined;
  /** What is said of a question that was missed, by whether the learner was sure. */
  readonly comesBack: (sure: boolean) => string;
}

/** One question as a form of native inputs. What was answered is recorded, and answered beside the inputs. */
export function QuestionForm(props: QuestionFormProps) {
  const { item, version, question, number, figure, answer, comesBack } = props;
  const name = useId();
  const [draft, setDraft] = useState(() => initialGiven(question));
  const [sure, setSure] = useState<Sure>();
  // What was answered on an earlier visit is no news to be read out.
  const [isNews, setIsNews] = useState(false);
  const answered = answer !== undefined;
  const given = answer ? readGiven(question, answer.given) : draft;

  const check = (event: FormEvent) => {
    event.preventDefault();
    if (answered || !sure) return;
    setIsNews(true);
    const beliefs = beliefsShown(question, draft);
    recordAnswer(item, {
      correct: isRight(question, draft),
      sure,
      variant: version,
      given: writeGiven(question, draft),
      ...(beliefs.length > 0 && { beliefs }),
    });
  };

  const fields = { name: `${name}-given`, given, answered, onGive: setDraft };
  const outcome = answer ? (
    <Outcome answer={answer} given={given} question={question} comesBack={comesBack} />
  ) : null;
  return (
    <form onSubmit={check} aria-label={`Question ${number}`} className="flex gap-3 sm:gap-4">
      <span className="w-5 shrink-0 font-mono text-lg leading-7 text-faint" aria-hidden="true">
        {number}
      </span>
      <div className={`min-w-0 flex-1 gap-x-10 lg:grid ${figure ? 'lg:grid-cols-2' : ''}`}>
        <h3
          id={`${name}-ask`}
          className="mb-4 max-w-[44rem] font-sans text-[1.0625rem] leading-7 font-semibold tracking-normal lg:col-span-full"
        >
          <Inline text={question.ask} />
        </h3>
        {figure ? <div className="mb-4">{figure}</div> : null}
        <div className="max-w-[44rem] min-w-0 space-y-4">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need the question as its legend a second time */}
          <div role="group" aria-labelledby={`${name}-ask`}>
            <QuestionFields question={question} {...fields} />
          </div>
          {/* Only the server renders what stands in it, so the browser need not have it. */}
          <noscript>{typeof window === 'undefined' ? <Folded question={question} /> : null}</noscript>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden noscript:hidden">
            <Sureness
              name={`${name}-sure`}
              value={answer?.sure ?? sure}
              answered={answered}
              onChoose={setSure}
            />
            <Button type="submit" size="sm" variant="secondary" aria-disabled={answered}>
              {answered ? 'Checked' : 'Check'}
            </Button>
          </div>
          <div className="text-[0.9375rem] empty:hidden">{isNews ? null : outcome}</div>
          <div role="status" className={isNews ? 'text-[0.9375rem]' : 'sr-only'}>
            {isNews ? outcome : null}
          </div>
        </div>
      </div>
    </form>
  );
}
