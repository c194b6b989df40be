'use client';

import { useRef } from 'react';
import type { Asked } from '@/lib/practice/ask';
import { situationName } from '@/lib/practice/situation';
import { Explanation } from './Explanation';
import { PracticeForm } from './PracticeForm';
import { SituationFigure } from './SituationFigure';
import { StandingLine } from './StandingLine';
import { usePractice } from './use-practice';

interface PracticeProps {
  /** The question that the server has put into the page. */
  readonly first: Asked;
  /** The titles of lessons, by slug. */
  readonly lessons: Readonly<Record<string, string>>;
}

/** Question after question, each made in the browser; the heading takes the focus when the learner goes on. */
export function Practice({ first, lessons }: PracticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { asked, number, ready, given, answer, next } = usePractice(first, heading);
  const { situation } = asked;
  const name = situationName(situation);
  return (
    <div className="min-h-[max(84rem,100vh)] lg:min-h-[max(56rem,calc(100vh-16rem))]">
      <StandingLine asked={situation.level} />
      <div className="mt-7 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 ref={heading} tabIndex={-1} className="text-section outline-offset-4">
          Question {number}
        </h2>
        <a href={`#${name}`} className="link text-sm">
          Link to this question
        </a>
      </div>
      <div
        key={`${name} ${number}`}
        className="mt-5 grid items-start gap-x-12 gap-y-8 lg:grid-cols-2 lg:grid-rows-[auto_1fr]"
      >
        <SituationFigure asked={asked} />
        <PracticeForm asked={asked} ready={ready} given={given} onAnswer={answer} onNext={next} />
        {given === undefined ? null : <Explanation asked={asked} lessons={lessons} />}
      </div>
    </div>
  );
}
