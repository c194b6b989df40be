import { type RefObject, useEffect, useRef, useState } from 'react';
import { QuestionFigure } from '@/components/quiz/QuestionFigure';
import { QuestionForm } from '@/components/quiz/QuestionForm';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { type Answer, entryOf, type Instant } from '@/lib/progress/progress';
import { type Question, questionsADay } from '@/lib/progress/session';
import { useProgress } from '@/lib/progress/use-progress';
import { amount } from './amounts';
import type { ReviewLesson } from './review-data';
import { useQuestions } from './use-questions';

/** Some questions that were due when it began; they stay the same until the next one. */
export interface Session {
  readonly begun: Instant;
  readonly questions: readonly Question[];
}

interface ReviewSessionProps {
  readonly session: Session;
  readonly lessons: readonly ReviewLesson[];
  /** How many questions are due by now. */
  readonly stillDue: number;
  readonly onBegin: (most: number) => void;
}

/** Question after question; the heading takes the focus when the learner goes on. */
export function ReviewSession({ session, lessons, stillDue, onBegin }: ReviewSessionProps) {
  const { begun, questions } = session;
  const [place, setPlace] = useState(0);
  const { loaded, problem, retry } = useQuestions(questions, lessons);
  const answers = useProgress((progress) =>
    questions.map(({ item, version }) =>
      entryOf(progress.answers, item)?.find(({ at, variant }) => at >= begun && variant === version),
    ),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const isReady = loaded !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of the learner moves the focus once
  useEffect(() => heading.current?.focus(), [place, isReady]);

  if (problem) {
    return (
      <Notice kind="problem" title="The questions could not be fetched." role="alert">
        <p>{problem}</p>
        <Button variant="secondary" size="sm" className="mt-2" onClick={retry}>
          Try again
        </Button>
      </Notice>
    );
  }
  if (!loaded) {
    return (
      <p role="status" className="text-soft">
        Fetching your questions…
      </p>
    );
  }
  const asked = questions[place];
  const question = asked && loaded.get(`${asked.item}/${asked.version}`);
  if (!asked || !question) {
    return <Ended answers={answers} stillDue={stillDue} heading={heading} onBegin={onBegin} />;
  }
  const answer = answers[place];
  const isLast = place + 1 === questions.length;
  return (
    <div>
      <h3
        ref={heading}
        tabIndex={-1}
        className="mb-6 font-sans text-sm font-normal tracking-normal text-soft outline-offset-4"
      >
        Question {place + 1} of {questions.length}
      </h3>
      <QuestionForm
        key={`${asked.item} ${place}`}
        item={asked.item}
        version={asked.version}
        question={question.question}
        number={place + 1}
        figure={question.figure ? <QuestionFigure figure={question.figure} /> : null}
        answer={answer}
        comesBack={comesBack}
      />
      {answer ? (
        <p className="mt-6 pl-8 sm:pl-9">
          <Button onClick={() => setPlace(place + 1)}>{isLast ? 'See how it went' : 'Next question'}</Button>
        </p>
      ) : null}
    </div>
  );
}

function comesBack(sure: boolean): string {
  return sure
    ? 'You were sure, so it comes back before the others, from tomorrow on.'
    : 'It comes back, from tomorrow on.';
}

interface EndedProps {
  readonly answers: readonly (Answer | undefined)[];
  readonly stillDue: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onBegin: (most: number) => void;
}

function Ended({ answers, stillDue, heading, onBegin }: EndedProps) {
  const right = answers.filter((answer) => answer?.correct).length;
  const wrong = answers.filter((answer) => answer?.correct === false).length;
  const more = Math.min(stillDue, questionsADay);
  return (
    <div>
      <h3 ref={heading} tabIndex={-1} className="text-xl outline-offset-4">
        {wrong ? `${right} of ${right + wrong} right.` : 'All right.'}
      </h3>
      <p className="mt-2 max-w-[62ch] text-soft">
        {wrong
          ? `${amount(wrong, 'question comes', 'questions come')} back from tomorrow on, asked in another way. `
          : null}
        After each right answer, a question waits longer before it comes back.
        {stillDue
          ? ` ${amount(stillDue, 'more waits', 'more wait')} for the next days, unless you want to go on.`
          : ' That was all for today.'}
      </p>
      {more ? (
        <p className="mt-4">
          <Button variant="secondary" onClick={() => onBegin(more)}>
            Answer {more} more
          </Button>
        </p>
      ) : null}
    </div>
  );
}
