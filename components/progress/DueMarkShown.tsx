import { Repeat2 } from 'lucide';
import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/Icon';
import { loadExtra } from '@/components/ui/load-extra';
import { useProgress } from '@/lib/progress/use-progress';

export interface DueMarkProps {
  /** Ids of quiz items and slugs of exercises that belong to what is marked. */
  readonly items: readonly string[];
  readonly exercises: readonly string[];
}

/** How much of a lesson belongs to what the review brings today. The scheduler is loaded once anything of it was done. */
export default function DueMarkShown({ items, exercises }: DueMarkProps) {
  const progress = useProgress((whole) => whole);
  const [due, setDue] = useState(0);
  const started =
    items.some((id) => Object.hasOwn(progress.answers, id)) ||
    exercises.some((slug) => Object.hasOwn(progress.exercises, slug));
  const query = [...items.map((id) => `item ${id}`), ...exercises.map((slug) => `exercise ${slug}`)].join(
    '\n',
  );

  useEffect(() => {
    if (!started) return setDue(0);
    let current = true;
    loadExtra(
      Promise.all([import('@/lib/progress/schedule'), import('@/lib/progress/plan')]),
      ([{ schedule }, { planDays }]) => {
        const marked = new Set(query.split('\n'));
        const [today] = planDays(progress, schedule(progress), new Date().toISOString(), 1).days;
        const count = today?.dues.filter(({ kind, id }) => marked.has(`${kind} ${id}`)).length;
        if (current) setDue(count ?? 0);
      },
    );
    return () => {
      current = false;
    };
  }, [progress, started, query]);

  return due ? (
    <span className="icon-word text-sm whitespace-nowrap text-ink">
      <Icon of={Repeat2} className="size-4 text-brand" aria-hidden="true" />
      {due} due
    </span>
  ) : null;
}
