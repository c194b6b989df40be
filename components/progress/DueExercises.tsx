import { ButtonLink } from '@/components/ui/Button';
import { exercisePath } from '@/lib/pages';
import { sandboxPlace } from '@/lib/progress/progress';
import { recordAttempt } from '@/lib/progress/record';

interface DueExercisesProps {
  /** Slugs of the exercises of today. */
  readonly due: readonly string[];
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
}

/** The exercises of today: each is solved with new credentials and from the start. */
export function DueExercises({ due, exercises }: DueExercisesProps) {
  const today = due.flatMap((slug) => exercises.find((exercise) => exercise.slug === slug) ?? []);
  return today.map(({ slug, title }) => (
    <div key={slug} className="mt-8 border-t border-line pt-6">
      <p className="max-w-[62ch]">
        <strong className="font-semibold">An exercise is worth solving once more:</strong> {title}.
      </p>
      <p className="mt-4">
        <ButtonLink
          href={exercisePath(slug)}
          variant="secondary"
          size="sm"
          onClick={() => recordAttempt(slug, sandboxPlace, globalThis.doorman.newAttempt())}
        >
          Solve it again
        </ButtonLink>
      </p>
    </div>
  ));
}
