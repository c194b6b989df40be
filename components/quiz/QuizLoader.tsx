'use client';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useWanted } from '@/components/ui/use-wanted';
import { useBegun } from '@/lib/progress/use-begun';
import { fetchQuestions, type LessonQuestions } from './lesson-questions';

const QuizForm = lazy(() => import('./QuizForm'));

interface QuizLoaderProps {
  readonly lesson: string;
  /** The quiz as it will look, until it is there. */
  readonly poster: ReactNode;
}

/** Loads the quiz when it is near and somebody is there. */
export function QuizLoader({ lesson, poster }: QuizLoaderProps) {
  const place = useRef<HTMLDivElement>(null);
  // What was answered before is to be seen at once.
  const [wanted] = useWanted(place, useBegun() === true);
  const [questions, setQuestions] = useState<LessonQuestions>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    setProblem(undefined);
    fetchQuestions(lesson).then(
      (found) => {
        if (current) setQuestions(found);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : 'No answer came.');
      },
    );
    return () => {
      current = false;
    };
  }, [wanted, lesson, tries]);

  if (questions) {
    return (
      <Suspense fallback={poster}>
        <QuizForm lesson={lesson} {...questions} />
      </Suspense>
    );
  }
  return (
    <div ref={place}>
      {problem ? (
        <Notice kind="problem" title="The questions can be read, and not answered yet." role="alert">
          <p>{problem}</p>
          <Button variant="secondary" size="sm" className="mt-2" onClick={() => setTries(tries + 1)}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {poster}
    </div>
  );
}
