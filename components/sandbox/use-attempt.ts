/** The attempt that this browser has at an exercise in one place, and the brief that belongs to it. */
import { useCallback, useEffect, useState } from 'react';
import type { Brief } from '@/lib/draft/exchange';
import type { Draft } from '@/lib/http-auth/draft';
import { exerciseOf } from '@/lib/progress/progress';
import { exerciseProgress, recordAttempt } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';
import { finishWaiting } from './after-paint';
import { fetchBrief, walletOf } from './brief';

/** What the learner was given. */
export interface Given {
  readonly brief: Brief;
  /** The draft of an earlier visit, where there is one. */
  readonly stored: Draft | undefined;
}

export interface Attempt {
  readonly id: string | undefined;
  readonly given: Given | undefined;
  /** How often another attempt took the place of one on this page. */
  readonly round: number;
  /** The attempt was begun on this page, so nothing has reached it yet. */
  readonly isNew: boolean;
  /** Why nothing was given, once that is known. */
  readonly problem: string | undefined;
  readonly retry: () => void;
  /** Begins a new attempt, with new credentials. */
  readonly reset: () => void;
}

/** Finds or begins the attempt at `slug` in `place` once it `isWanted`; follows the other tabs of this browser. */
export function useAttempt(slug: string, place: string, isWanted: boolean): Attempt {
  const id = useProgress((progress) => exerciseOf(progress, slug, place).attempt);
  const [given, setGiven] = useState<Given & { id: string }>();
  const [begun, setBegun] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);
  const [latest, setLatest] = useState({ id, round: 0 });
  if (id !== latest.id) setLatest({ id, round: latest.round + (latest.id === undefined ? 0 : 1) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks the same again.
  useEffect(() => {
    if (!isWanted) return;
    if (!id) {
      // Hydration sees an empty document first, so the document itself is asked.
      if (exerciseProgress(slug, place).attempt) return;
      const attempt = globalThis.doorman.takeAttempt(slug, place);
      setBegun(attempt);
      return recordAttempt(slug, place, attempt);
    }
    const controller = new AbortController();
    setProblem(undefined);
    give({ slug, place, id }, controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) setGiven({ ...answer, id });
      },
      (error: unknown) => {
        if (!controller.signal.aborted)
          setProblem(error instanceof Error ? error.message : 'No response came.');
      },
    );
    return () => controller.abort();
  }, [slug, place, id, isWanted, tries]);

  const retry = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => {
    if (!problem) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [problem, retry]);

  return {
    id,
    given: given?.id === id ? given : undefined,
    round: latest.round,
    isNew: begun !== undefined && begun === id,
    problem,
    retry,
    reset: useCallback(() => {
      // What was solved belongs to the attempt that ends here.
      finishWaiting();
      const attempt = globalThis.doorman.newAttempt();
      setBegun(attempt);
      recordAttempt(slug, place, attempt);
    }, [slug, place]),
  };
}

async function give(
  { slug, place, id }: { slug: string; place: string; id: string },
  signal: AbortSignal,
): Promise<Given> {
  const brief = await fetchBrief(slug, id, signal);
  const { draft } = exerciseProgress(slug, place);
  if (!draft) return { brief, stored: undefined };
  const { expandDraft } = await import('@/lib/draft/template');
  return { brief, stored: expandDraft(draft, walletOf(brief)) };
}
