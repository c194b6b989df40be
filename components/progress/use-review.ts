/** Everything that the review shows, worked out in the browser from the progress document. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { isDue } from '@/lib/progress/forecast';
import { beliefsHeld, type HeldBelief } from '@/lib/progress/learned';
import { type DayPlan, planDays } from '@/lib/progress/plan';
import type { Progress } from '@/lib/progress/progress';
import type { Due } from '@/lib/progress/schedule';
import { type Question, questionsDue, type Reviewed, reviewedToday } from '@/lib/progress/session';
import { useProgress } from '@/lib/progress/use-progress';
import type { ReviewLesson } from './review-data';

export interface ReviewPlan {
  readonly progress: Progress;
  /** All questions that are due, in their turn: those of today first. */
  readonly due: readonly Question[];
  /** How many of them belong to today's five minutes. */
  readonly left: number;
  /** Slugs of the exercises that belong to them. */
  readonly exercises: readonly string[];
  /** How many exercises are due and have no room today. */
  readonly exercisesWaiting: number;
  /** Every belief that was ever held. */
  readonly beliefs: readonly HeldBelief[];
  readonly days: readonly DayPlan[];
  /** How much is due within these days and has no room in them. */
  readonly over: number;
  /** What came back today already. */
  readonly done: Reviewed;
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
    const versions = new Map(lessons.flatMap(({ items }) => items.map((item) => [item.id, item.versions])));
    const slugs = new Set(exercises.map(({ slug }) => slug));
    const exists = ({ kind, id }: Due) => (kind === 'item' ? versions.has(id) : slugs.has(id));
    const dues = schedule.of(progress).filter(exists);
    const now = new Date().toISOString();
    const due = questionsDue(progress, dues, versions, now, Number.POSITIVE_INFINITY);
    const { days, over } = planDays(progress, dues, now);
    const [today = []] = days.map((day) => day.dues);
    const ofToday = today.flatMap(({ kind, id }) => (kind === 'exercise' ? [id] : []));
    const exercisesDue = dues.filter((due) => due.kind === 'exercise' && isDue(due, now)).length;
    const plan: ReviewPlan = {
      progress,
      due,
      left: today.length - ofToday.length,
      exercises: ofToday,
      exercisesWaiting: exercisesDue - ofToday.length,
      beliefs: beliefsHeld(progress),
      days,
      over,
      done: reviewedToday(progress, now),
    };
    return { started: dues.length > 0, plan };
  }, [isLive, schedule, progress, lessons, exercises]);
}
