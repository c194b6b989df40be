/** The attempt that this browser has at an exercise, and the brief that belongs to it. */
import { useCallback, useEffect, useState } from 'react';
import { exerciseOf } from '@/lib/progress/progress';
import { exerciseProgress, recordAttempt } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import type { Brief } from '@/lib/sandbox/exchange';
import { fetchBrief, newAttempt } from './brief';

export interface Attempt {
  readonly id: string | undefined;
  readonly brief: Brief | undefined;
  /** Why there is no brief, once that is known. */
  readonly problem: string | undefined;
  readonly retry: () => void;
  /** Begins a new attempt, with new credentials. */
  readonly reset: () => void;
}

/** Finds or begins the attempt at `slug`; follows the other tabs of this browser. */
export function useAttempt(slug: string): Attempt {
  const id = useProgress((progress) => exerciseOf(progress, slug).attempt);
  const [brief, setBrief] = useState<{ id: string; brief: Brief }>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    if (!id) {
      // Hydration sees an empty document first, so the document itself is asked.
      if (!exerciseProgress(slug).attempt) recordAttempt(slug, newAttempt());
      return;
    }
    const controller = new AbortController();
    setProblem(undefined);
    fetchBrief(slug, id, controller.signal).then(
      (found) => setBrief({ id, brief: found }),
      (error: unknown) => {
        if (!controller.signal.aborted)
          setProblem(error instanceof Error ? error.message : 'No answer came.');
      },
    );
    return () => controller.abort();
  }, [slug, id, tries]);

  return {
    id,
    brief: brief?.id === id ? brief?.brief : undefined,
    problem,
    retry: useCallback(() => setTries((count) => count + 1), []),
    reset: useCallback(() => recordAttempt(slug, newAttempt()), [slug]),
  };
}
