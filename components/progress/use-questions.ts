/** The questions of a session, fetched lesson by lesson. */
import { useCallback, useEffect, useState } from 'react';
import { fetchQuestions, type LessonQuestions } from '@/components/quiz/lesson-questions';
import type { MessageFigure } from '@/lib/draft/wire-lines';
import type { Question as Asked } from '@/lib/progress/session';
import type { Question } from '@/lib/quiz/question';
import type { ReviewLesson } from './review-data';

interface Found {
  readonly question: Question;
  readonly figure: MessageFigure | undefined;
}

interface Questions {
  /** By item and version: `first-401-invitation/0`. */
  readonly loaded: ReadonlyMap<string, Found> | undefined;
  /** Why they did not come. */
  readonly problem: string | undefined;
  readonly retry: () => void;
}

/** Fetches what the lessons of `asked` ask. Both must stay the same while this is on the page. */
export function useQuestions(asked: readonly Asked[], lessons: readonly ReviewLesson[]): Questions {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, Found>>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    let current = true;
    const itemIds = new Set(asked.map(({ item }) => item));
    const slugs = lessons
      .filter(({ items }) => items.some(({ id }) => itemIds.has(id)))
      .map(({ slug }) => slug);
    setProblem(undefined);
    Promise.all(slugs.map((slug) => fetchQuestions(slug))).then(
      (lists) => {
        if (current) setLoaded(new Map(lists.flatMap(byName)));
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : 'No response came.');
      },
    );
    return () => {
      current = false;
    };
  }, [asked, lessons, tries]);

  return { loaded, problem, retry: useCallback(() => setTries((count) => count + 1), []) };
}

function byName({ items, figures }: LessonQuestions): [string, Found][] {
  return items.flatMap(({ id, versions }) =>
    versions.map((question, version): [string, Found] => {
      const name = `${id}/${version}`;
      return [name, { question, figure: Object.hasOwn(figures, name) ? figures[name] : undefined }];
    }),
  );
}
