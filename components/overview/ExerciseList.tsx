import Link from 'next/link';
import { StatusBadge } from '@/components/ui/StatusBadge';
import type { ExerciseView } from '@/lib/sandbox/exchange';

const levels = { 1: 'one line to change', 2: 'a step of thought', 3: 'with a twist' };

/** Exercises as rows: what to do, which status solves it, and how far one has to think. */
export function ExerciseList({ exercises }: { exercises: readonly ExerciseView[] }) {
  return (
    <ul className="border-line border-t">
      {exercises.map(({ slug, title, task, goal, level }) => (
        <li
          key={slug}
          className="group relative grid gap-x-8 gap-y-2 border-line border-b py-4 sm:grid-cols-[minmax(0,1fr)_11rem]"
        >
          <div className="min-w-0">
            <h3 className="font-semibold text-lg leading-snug">
              <Link href={`/sandbox/${slug}`} className="group-hover:text-brand after:absolute after:inset-0">
                {title}
              </Link>
            </h3>
            <p className="mt-1 max-w-[62ch] text-soft">{task}</p>
          </div>
          <dl className="flex items-baseline gap-x-4 text-faint text-sm sm:flex-col sm:items-end sm:gap-y-1 sm:pt-0.5">
            <div className="flex items-baseline gap-1.5">
              <dt>goal</dt>
              <dd>
                <StatusBadge status={goal.status} />
              </dd>
            </div>
            <div>
              <dt className="sr-only">level {level} of 3</dt>
              <dd>{levels[level]}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
