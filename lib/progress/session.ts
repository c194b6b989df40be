/** What to look at today: as much as five minutes hold, and each question in a version that was not the last one. */
import { dayOf } from './days';
import { isDue } from './forecast';
import { beliefsHeld } from './learned';
import { type Answer, entryOf, type Instant, type Progress, sureness } from './progress';
import type { Due } from './schedule';

/** How many questions five minutes hold. */
export const questionsADay = 8;
/** An exercise takes as long as this many questions. */
export const questionsAnExercise = 4;

/** A question to be asked. */
export interface Question {
  readonly item: string;
  readonly version: number;
}

/**
 * `dues` in the order in which they take their turn. First what was missed the last time: in certainty before all
 * others, then what a belief is behind. Then what has been due longest, and of one day what was least certain.
 */
export function inTurn(progress: Progress, dues: readonly Due[]): readonly Due[] {
  const doubtful = new Set(beliefsHeld(progress).flatMap(({ overcome, items }) => (overcome ? [] : items)));
  const ranked = dues.map((due) => {
    const last = due.kind === 'item' ? lastAnswer(progress, due.id) : undefined;
    const missed = last && !last.correct ? (last.sure === 'sure' ? 4 : 2) : 0;
    const doubt = missed + (due.kind === 'item' && doubtful.has(due.id) ? 1 : 0);
    const certain = last ? sureness.indexOf(last.sure) : isSolved(progress, due.id) ? sureness.length : 0;
    return { due, doubt, certain };
  });
  return ranked
    .sort(
      (a, b) =>
        b.doubt - a.doubt ||
        byText(dayOf(a.due.due), dayOf(b.due.due)) ||
        a.certain - b.certain ||
        byText(a.due.id, b.due.id),
    )
    .map(({ due }) => due);
}

/**
 * The questions that are due, at most `most`, in their turn. `versions` tells how many versions an item has; unknown
 * items are left out.
 */
export function questionsDue(
  progress: Progress,
  dues: readonly Due[],
  versions: ReadonlyMap<string, number>,
  now: Instant,
  most = questionsADay,
): readonly Question[] {
  return inTurn(progress, dues)
    .filter((due) => due.kind === 'item' && versions.has(due.id) && isDue(due, now))
    .slice(0, most)
    .map(({ id }) => {
      const last = lastAnswer(progress, id)?.variant ?? -1;
      return { item: id, version: (last + 1) % (versions.get(id) ?? 1) };
    });
}

export interface Reviewed {
  readonly questions: number;
  readonly exercises: number;
}

/** What came back today: answered or solved today, and on an earlier day too. */
export function reviewedToday(progress: Progress, now: Instant): Reviewed {
  const cameBack = (dates: readonly Instant[]) =>
    dates.some((at) => dayOf(at) === dayOf(now)) && dates.some((at) => dayOf(at) < dayOf(now));
  return {
    questions: Object.values(progress.answers).filter((answers) => cameBack(answers.map(({ at }) => at)))
      .length,
    exercises: Object.values(progress.exercises).filter(({ solved = [], practised = [] }) =>
      cameBack([...solved, ...practised]),
    ).length,
  };
}

function lastAnswer(progress: Progress, item: string): Answer | undefined {
  return entryOf(progress.answers, item)?.at(-1);
}

/** Solved without the worked solution the last time. */
function isSolved(progress: Progress, slug: string): boolean {
  const { solved = [], practised = [] } = entryOf(progress.exercises, slug) ?? {};
  return (solved.at(-1) ?? '') > (practised.at(-1) ?? '');
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
