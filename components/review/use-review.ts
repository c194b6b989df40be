/** Everything that the review shows, worked out in the browser from the progress document. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { beliefsHeld, type HeldBelief } from '@/lib/progress/durable';
import { type DayForecast, forecast, isDue } from '@/lib/progress/forecast';
import type { Progress } from '@/lib/progress/progress';
import type { Due } from '@/lib/progress/schedule';
import { type Question, questionsADay, questionsDue, reviewedToday } from '@/lib/progress/session';
import { useProgress } from '@/lib/progress/use-progress';
import type { ReviewLesson } from './review-data';

export interface ReviewPlan {
  readonly progress: Progress;
  /** All questions that are due. */
  readonly due: readonly Question[];
  /** Slugs of the exercises that are due, soonest first. */
  readonly exercises: readonly string[];
  /** Every belief that was ever held. */
  readonly beliefs: readonly HeldBelief[];
  readonly days: readonly DayForecast[];
  /** How many questions came back today already. */
  readonly done: number;
  /** How many more belong to today's five minutes. */
  readonly left: number;
}

/** `undefined` until the document is read and the scheduler is there; `started` says whether there is anything at all. */
export function useReview(
  lessons: readonly ReviewLesson[],
  exercises: readonly { readonly slug: string }[],
): { readonly started: boolean; readonly plan: ReviewPlan } | undefined {
  const isLive = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const progress = useProgress((whole) => whole);
  const [schedule, setSchedule] = useState<{ of: (progress: Progress) => Due[] }>();
  useEffect(() => {
    let current = true;
    void import('@/lib/progress/schedule').then(({ schedule: of }) => {
      if (current) setSchedule({ of });
    });
    return () => {
      current = false;
    };
  }, []);

  return useMemo(() => {
    if (!isLive || !schedule) return undefined;
    const versions = new Map(lessons.flatMap(({ items }) => items.map((one) => [one.id, one.versions])));
    const slugs = new Set(exercises.map(({ slug }) => slug));
    const known = ({ kind, id }: Due) => (kind === 'item' ? versions.has(id) : slugs.has(id));
    const dues = schedule.of(progress).filter(known);
    const now = new Date().toISOString();
    const due = questionsDue(progress, dues, versions, now, Number.POSITIVE_INFINITY);
    const done = reviewedToday(progress, now);
    const plan: ReviewPlan = {
      progress,
      due,
      exercises: dues.filter((one) => one.kind === 'exercise' && isDue(one, now)).map(({ id }) => id),
      beliefs: beliefsHeld(progress),
      days: forecast(dues, now),
      done,
      left: Math.min(due.length, Math.max(0, questionsADay - done)),
    };
    return { started: dues.length > 0, plan };
  }, [isLive, schedule, progress, lessons, exercises]);
}
