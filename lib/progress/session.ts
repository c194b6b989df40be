/** What to look at today: a handful of questions, each in a version that was not the last one. */
import { dayOf } from './days';
import { beliefsHeld } from './durable';
import { isDue } from './forecast';
import { type Answer, entryOf, type Instant, type Progress } from './progress';
import type { Due } from './schedule';

/** About five minutes. */
export const questionsADay = 8;

/** A question to be asked. */
export interface Question {
  readonly item: string;
  readonly version: number;
}

/**
 * The questions that are due, at most `most`. What was missed in certainty and what a belief is behind come first,
 * then what has been due longest. `versions` tells how many versions an item has; unknown items are left out.
 */
export function questionsDue(
  progress: Progress,
  dues: readonly Due[],
  versions: ReadonlyMap<string, number>,
  now: Instant,
  most = questionsADay,
): readonly Question[] {
  const held = new Set(beliefsHeld(progress).flatMap(({ overcome, items }) => (overcome ? [] : items)));
  const weight = (item: string) => {
    const last = lastAnswer(progress, item);
    return (last && !last.correct && last.sure === 'sure' ? 2 : 0) + (held.has(item) ? 1 : 0);
  };
  return dues
    .filter((due) => due.kind === 'item' && versions.has(due.id) && isDue(due, now))
    .sort((a, b) => weight(b.id) - weight(a.id))
    .slice(0, most)
    .map(({ id }) => {
      const last = lastAnswer(progress, id)?.variant ?? -1;
      return { item: id, version: (last + 1) % (versions.get(id) ?? 1) };
    });
}

/** How many questions came back today: answered today, and on an earlier day too. */
export function reviewedToday(progress: Progress, now: Instant): number {
  return Object.values(progress.answers).filter((answers) => {
    const days = answers.map(({ at }) => dayOf(at));
    return days.some((day) => day === dayOf(now)) && days.some((day) => day < dayOf(now));
  }).length;
}

function lastAnswer(progress: Progress, item: string): Answer | undefined {
  return entryOf(progress.answers, item)?.at(-1);
}
