'use client';
import { ArrowRight, Repeat2 } from 'lucide';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ExerciseMark } from '@/components/progress/ExerciseMark';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Inline } from '@/components/ui/Inline';
import { PageLink } from '@/components/ui/PageLink';
import { StatusBadge } from '@/components/ui/StatusBadge';
import { exercisePath, lessonPath } from '@/lib/pages';
import { type ExerciseEntry, levels } from './exercise-entry';

interface ExerciseListProps {
  readonly exercises: readonly ExerciseEntry[];
  /** Slugs of those that are worth solving once more. */
  readonly due: ReadonlySet<string>;
  /** Shows all of them on a narrow screen too, where a long list begins with a few. */
  readonly whole: boolean;
}

const few = 4;

/** Exercises as rows: from which status to which, what it is about, and how far one has to think. */
export function ExerciseList({ exercises, due, whole }: ExerciseListProps) {
  const [isUnfolded, unfold] = useState(false);
  // One more or less is not worth a press.
  const list = useRef<HTMLUListElement>(null);
  const folds = !whole && !isUnfolded && exercises.length > few + 1;
  return (
    <>
      <ul ref={list} className={`border-line border-t ${folds ? narrowFold : ''}`}>
        {exercises.map((exercise) => (
          <Row key={exercise.slug} exercise={exercise} due={due.has(exercise.slug)} />
        ))}
      </ul>
      {folds ? (
        <Button
          variant="quiet"
          size="sm"
          className="mt-2 -ml-3 sm:hidden noscript:hidden"
          onClick={() => {
            flushSync(() => unfold(true));
            // The button is gone; what it showed has the focus.
            list.current?.children[few]?.querySelector('a')?.focus();
          }}
        >
          All {exercises.length} of these
        </Button>
      ) : null}
    </>
  );
}

/** Hides all but the first few, where the button that shows them can work. */
const narrowFold = '[@media(width<40rem)_and_(scripting:enabled)]:[&>li:nth-child(n+5)]:hidden';

interface RowProps {
  readonly exercise: ExerciseEntry;
  readonly due: boolean;
}

function Row({ exercise: { slug, title, task, start, goal, level, lessons }, due }: RowProps) {
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1 border-line border-b py-2.5 hover:border-line-strong md:grid-cols-[6.5rem_minmax(0,1fr)_auto]">
      <p className="flex items-center gap-1.5 text-faint">
        <span className="sr-only">from </span>
        <StatusBadge status={start} />
        <Icon of={ArrowRight} className="size-3.5" aria-hidden="true" />
        <span className="sr-only"> to </span>
        <StatusBadge status={goal} />
      </p>
      <p className="text-faint text-sm md:col-start-3">
        <span className="sr-only">level {level} of 3: </span>
        {levels[level]}
      </p>
      <div className="min-w-0 wrap-anywhere max-md:col-span-2 md:col-start-2 md:row-start-1">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold text-base leading-snug">
            <PageLink
              href={exercisePath(slug)}
              className="group-hover:text-brand after:absolute after:inset-0"
            >
              {title}
            </PageLink>
          </h3>
          <ExerciseMark slug={slug} />
          {due ? (
            <span className="icon-word text-sm whitespace-nowrap text-ink">
              <Icon of={Repeat2} className="size-4 text-brand" aria-hidden="true" />
              Due
            </span>
          ) : null}
        </div>
        <p className="mt-0.5 text-[0.9375rem] text-soft leading-snug max-sm:line-clamp-2">
          <Inline text={task} />
        </p>
        {lessons.length ? (
          <p className="mt-0.5 text-faint text-sm max-sm:hidden">
            In{' '}
            {lessons.map((lesson, index) => (
              <span key={lesson.slug}>
                {index ? ' · ' : null}
                <PageLink
                  href={lessonPath(lesson.slug)}
                  className="relative z-1 underline decoration-line-strong underline-offset-3 hover:text-brand"
                >
                  <Inline text={lesson.title} />
                </PageLink>
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </li>
  );
}
