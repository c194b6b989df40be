import { useEffect, useState } from 'react';
import { loadExtra } from '@/components/ui/load-extra';
import { isDue } from '@/lib/progress/forecast';
import { useProgress } from '@/lib/progress/use-progress';

const none: ReadonlySet<string> = new Set();

/** The slugs of exercises that are worth solving once more today. The scheduler is loaded once any was begun. */
export function useDueExercises(): ReadonlySet<string> {
  const progress = useProgress((whole) => whole);
  const [due, setDue] = useState(none);
  const begun = Object.keys(progress.exercises).length > 0;

  useEffect(() => {
    if (!begun) return setDue(none);
    let current = true;
    loadExtra(import('@/lib/progress/schedule'), ({ schedule }) => {
      const now = new Date().toISOString();
      const dueExercises = schedule(progress).filter((due) => due.kind === 'exercise' && isDue(due, now));
      if (current) setDue(new Set(dueExercises.map(({ id }) => id)));
    });
    return () => {
      current = false;
    };
  }, [progress, begun]);

  return due;
}
