import { ButtonLink } from '@/components/ui/Button';
import { sandboxPlace } from '@/lib/progress/progress';
import { recordAttempt } from '@/lib/progress/record';
import { amount } from './amounts';

interface DueExercisesProps {
  /** Slugs of what is due, soonest first. */
  readonly due: readonly string[];
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
}

/** Exercises that are worth solving again: one a day, with new credentials and from the start. */
export function DueExercises({ due, exercises }: DueExercisesProps) {
  const [next, ...others] = due;
  const exercise = exercises.find(({ slug }) => slug === next);
  if (!exercise) return null;
  const { slug, title } = exercise;
  return (
    <div className="mt-8 border-t border-line pt-6">
      <p className="max-w-[62ch]">
        <strong className="font-semibold">An exercise is worth solving once more:</strong> {title}.
        {others.length ? ` ${amount(others.length, 'other waits', 'others wait')} behind it.` : null}
      </p>
      <p className="mt-4">
        <ButtonLink
          href={`/sandbox/${slug}`}
          variant="secondary"
          size="sm"
          onClick={() => recordAttempt(slug, sandboxPlace, globalThis.doorman.newAttempt())}
        >
          Solve it afresh
        </ButtonLink>
      </p>
    </div>
  );
}
