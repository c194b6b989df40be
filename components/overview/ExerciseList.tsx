import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { ExerciseMark } from '@/components/progress/ExerciseMark';
import { Inline } from '@/components/ui/Inline';
import { StatusBadge } from '@/components/ui/StatusBadge';
import type { ExerciseView } from '@/lib/sandbox/exchange';

/** An exercise with the status that its first request meets. */
export type ListedExercise = ExerciseView & { readonly start: number };

const levels = { 1: 'one line to change', 2: 'a step of thought', 3: 'a twist' };

/** Exercises as rows: what to do, from which status to which, and how far one has to think. */
export function ExerciseList({ exercises }: { exercises: readonly ListedExercise[] }) {
  return (
    <ul className="border-line border-t">
      {exercises.map((exercise) => (
        <Row key={exercise.slug} exercise={exercise} />
      ))}
    </ul>
  );
}

function Row({ exercise: { slug, title, task, start, goal, level } }: { exercise: ListedExercise }) {
  return (
    <li className="group relative grid gap-x-8 gap-y-2.5 border-line border-b py-4.5 hover:border-line-strong sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold text-lg leading-snug">
            <Link href={`/sandbox/${slug}`} className="group-hover:text-brand after:absolute after:inset-0">
              {title}
            </Link>
          </h3>
          <ExerciseMark slug={slug} />
        </div>
        <p className="mt-1 max-w-[60ch] text-soft">
          <Inline text={task} />
        </p>
      </div>
      <div className="flex items-center gap-x-4 gap-y-1 text-faint text-sm sm:flex-col sm:items-end sm:pt-0.5">
        <p className="flex items-center gap-1.5">
          <span className="sr-only">from </span>
          <StatusBadge status={start} />
          <ArrowRight className="size-3.5" aria-hidden="true" />
          <span className="sr-only"> to </span>
          <StatusBadge status={goal.status} />
        </p>
        <p>
          <span className="sr-only">level {level} of 3: </span>
          {levels[level]}
        </p>
      </div>
    </li>
  );
}
