'use client';

import { type ReactNode, useEffect } from 'react';
import { answersInRound, entryOf } from '@/lib/progress/progress';
import { recordLessonRead } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import type { Item } from '@/lib/quiz/question';
import { playRound } from '@/lib/quiz/round';
import { QuestionForm } from './QuestionForm';
import { QuizResult } from './QuizResult';

interface QuizFormProps {
  readonly lesson: string;
  readonly items: readonly Item[];
  /** What each question shows, by item and version: `first-401-invitation/0`. */
  readonly figures: Readonly<Record<string, ReactNode>>;
  /** The answer to each item for readers without JavaScript. */
  readonly unscripted: Readonly<Record<string, ReactNode>>;
}

/** The questions of a lesson, those that came back, and how it went. All of it is read from the progress. */
export function QuizForm({ lesson, items, figures, unscripted }: QuizFormProps) {
  const progress = useProgress((whole) => whole);
  const round = playRound(
    items.map(({ id, versions }) => ({ id, versions: versions.length })),
    items.flatMap(({ id }) => answersInRound(progress, lesson, id).map((answer) => ({ item: id, answer }))),
  );
  const isRead = entryOf(progress.lessons, lesson) !== undefined;
  useEffect(() => {
    if (round.done && !isRead) recordLessonRead(lesson);
  }, [round.done, isRead, lesson]);

  const since = entryOf(progress.rounds, lesson) ?? '';
  const first = round.asked.filter(({ again }) => !again);
  const back = round.asked.filter(({ again }) => again);
  const show = ({ item, version, answer }: (typeof round.asked)[number], index: number) => {
    const question = items.find(({ id }) => id === item)?.versions[version];
    return question ? (
      <li key={`${since} ${index} ${item}`} className="border-t border-line py-8">
        <QuestionForm
          item={item}
          version={version}
          question={question}
          number={index + 1}
          figure={figures[`${item}/${version}`]}
          answer={answer}
          unscripted={version === 0 ? unscripted[item] : null}
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
