'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { resetExercise } from '@/lib/progress/record';
import { useProgress } from '@/lib/progress/use-progress';

interface ForgetExerciseProps {
  readonly exercises: readonly { readonly slug: string; readonly title: string }[];
  readonly onForget: (title: string) => void;
}

/** Forgets one exercise that was begun: its attempt, draft, hints and whether it was solved. */
export function ForgetExercise({ exercises, onForget }: ForgetExerciseProps) {
  const begun = useProgress((progress) =>
    exercises.filter(({ slug }) => Object.hasOwn(progress.exercises, slug)),
  );
  const [slug, setSlug] = useState('');
  const chosen = begun.find((exercise) => exercise.slug === slug) ?? begun[0];
  if (!chosen) return null;

  const forget = (event: FormEvent) => {
    event.preventDefault();
    resetExercise(chosen.slug);
    onForget(chosen.title);
  };

  return (
    <form onSubmit={forget} className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <label className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem] text-soft">
        Forget one exercise
        <select
          value={chosen.slug}
          onChange={(event) => setSlug(event.target.value)}
          className="min-h-8 max-w-full rounded-lg border border-control bg-raised px-2 text-ink"
        >
          {begun.map((exercise) => (
            <option key={exercise.slug} value={exercise.slug}>
              {exercise.title}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="quiet" size="sm">
        Forget it
      </Button>
    </form>
  );
}
