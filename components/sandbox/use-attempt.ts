/** The attempt that this browser has at an exercise in one place, and the brief that belongs to it. */
import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseOf } from '@/lib/progress/progress';
import { exerciseProgress, recordAttempt } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import type { Brief } from '@/lib/sandbox/exchange';
import { fetchBrief, newAttempt, walletOf } from './brief';

/** What the learner was given, and the draft to go on with: the one that was kept, else the start. */
export interface Given {
  readonly brief: Brief;
  readonly draft: Draft;
}

export interface Attempt {
  readonly id: string | undefined;
  readonly given: Given | undefined;
  /** Why nothing was given, once that is known. */
  readonly problem: string | undefined;
  readonly retry: () => void;
  /** Begins a new attempt, with new credentials. */
  readonly reset: () => void;
}

/** Finds or begins the attempt at `slug` in `place`; follows the other tabs of this browser. */
export function useAttempt(slug: string, place: string): Attempt {
  const id = useProgress((progress) => exerciseOf(progress, slug, place).attempt);
  const [given, setGiven] = useState<Given & { id: string }>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    if (!id) {
      // Hydration sees an empty document first, so the document itself is asked.
      if (!exerciseProgress(slug, place).attempt) recordAttempt(slug, place, newAttempt());
      return;
    }
    const controller = new AbortController();
    setProblem(undefined);
    give({ slug, place, id }, controller.signal).then(
      (found) => setGiven({ ...found, id }),
      (error: unknown) => {
        if (!controller.signal.aborted)
          setProblem(error instanceof Error ? error.message : 'No answer came.');
      },
    );
    return () => controller.abort();
  }, [slug, place, id, tries]);

  const retry = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => {
    if (!problem) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [problem, retry]);

  return {
    id,
    given: given?.id === id ? given : undefined,
    problem,
    retry,
    reset: useCallback(() => recordAttempt(slug, place, newAttempt()), [slug, place]),
  };
}

async function give(
  { slug, place, id }: { slug: string; place: string; id: string },
  signal: AbortSignal,
): Promise<Given> {
  const brief = await fetchBrief(slug, id, signal);
  const kept = exerciseProgress(slug, place).draft;
  if (!kept) return { brief, draft: brief.start };
  const { expandDraft } = await import('@/lib/sandbox/draft-template');
  return { brief, draft: expandDraft(kept, walletOf(brief)) };
}
