'use client';
import { answersInRound, entryOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import { playRound } from '@/lib/quiz/round';
import type { LessonQuestions } from './lesson-questions';
import { QuestionFigure } from './QuestionFigure';
import { QuestionForm } from './QuestionForm';
import { QuizResult } from './QuizResult';

interface QuizFormProps extends LessonQuestions {
  readonly lesson: string;
}

/** The questions of a lesson, those that came back, and how it went: read from the progress. */
export function QuizForm({ lesson, items, figures }: QuizFormProps) {
  const progress = useProgress((whole) => whole);
  const round = playRound(
    items.map(({ id, versions }) => ({ id, versions: versions.length })),
    items.flatMap(({ id }) => answersInRound(progress, lesson, id).map((answer) => ({ item: id, answer }))),
  );

  const since = entryOf(progress.rounds, lesson) ?? '';
  const first = round.asked.filter(({ again }) => !again);
  const back = round.asked.filter(({ again }) => again);
  const show = ({ item, version, answer }: (typeof round.asked)[number], index: number) => {
    const versions = items.find(({ id }) => id === item)?.versions ?? [];
    const question = versions[version];
    const isLastVersion = version + 1 === versions.length;
    const figure = figures[`${item}/${version}`];
    return question ? (
      <li
        key={`${since} ${index} ${item}`}
        id={version ? undefined : `question-${item}`}
        className="scroll-mt-20 border-t border-line py-8"
      >
        <QuestionForm
          item={item}
          version={version}
          question={question}
          number={index + 1}
          figure={figure ? <QuestionFigure figure={figure} /> : null}
          answer={answer}
          comesBack={isLastVersion ? comesBackLater : comesBack}
        />
      </li>
    ) : null;
  };

  return (
    <>
      <ol>{first.map(show)}</ol>
      {back.length ? (
        <>
          <h3 className="border-t border-line pt-8 text-xl">Once more, asked differently</h3>
          <ol className="mt-4 [&>li:first-child]:border-t-0">
            {back.map((asked, index) => show(asked, first.length + index))}
          </ol>
        </>
      ) : null}
      <QuizResult lesson={lesson} round={round} />
    </>
  );
}

function comesBackLater(): string {
  return 'You have now seen every version of it. It comes back in the review, from tomorrow on.';
}

function comesBack(sure: boolean): string {
  return sure ? 'You were sure, so this one comes back first.' : 'It comes back below, asked differently.';
}
