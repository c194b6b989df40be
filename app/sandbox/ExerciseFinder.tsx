'use client';
import { useDueExercises } from '@/components/progress/use-due-exercises';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { useQuery } from '@/components/ui/use-query';
import { exerciseOf } from '@/lib/progress/progress';
import { useProgress } from '@/lib/progress/use-progress';
import { ExerciseFilters } from './ExerciseFilters';
import { ExerciseList } from './ExerciseList';
import { type ExerciseGroup, fitsWish, noWish, wishIn, wishQuery } from './exercise-entry';

/** Every exercise under its scheme, and a form that narrows them. Without JavaScript the list stands alone. */
export function ExerciseFinder({ groups }: { readonly groups: readonly ExerciseGroup[] }) {
  const [wish, change] = useQuery(wishIn, wishQuery);
  const progress = useProgress((whole) => whole);
  const due = useDueExercises();
  const all = groups.flatMap(({ exercises }) => exercises);
  const matching = groups
    .map((group) => ({
      ...group,
      exercises: group.exercises.filter((exercise) =>
        fitsWish(exercise, group, wish, {
          status: exerciseOf(progress, exercise.slug).status,
          due: due.has(exercise.slug),
        }),
      ),
    }))
    .filter(({ exercises }) => exercises.length);
  const count = matching.reduce((sum, { exercises }) => sum + exercises.length, 0);

  const wished = wishQuery(wish) !== '';

  return (
    <>
      <ExerciseFilters
        wish={wish}
        change={change}
        schemes={groups}
        statuses={[...new Set(all.map(({ start }) => start))].sort((a, b) => a - b)}
      />
      <div className="mt-4 mb-8 flex min-h-8 flex-wrap items-center gap-x-3 noscript:hidden">
        <p role="status" className="text-soft">
          {count === 0
            ? 'No exercise fits all of that. Remove a filter, or look for another word.'
            : count === all.length
              ? `All ${count} exercises.`
              : `${count} of ${all.length} exercises ${count === 1 ? 'fits' : 'fit'}.`}
        </p>
        {wished ? (
          <Button variant="quiet" size="sm" onClick={() => change(noWish)}>
            Show all
          </Button>
        ) : null}
      </div>
      {matching.map(({ scheme, title, about, exercises }) => (
        <Section key={scheme} id={scheme.toLowerCase()} title={title} intro={about} beside>
          <ExerciseList exercises={exercises} due={due} whole={wished} />
        </Section>
      ))}
    </>
  );
}
