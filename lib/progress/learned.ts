/** What can be called learned: right on two different days, and once in an exercise. */
import { dayOf, firstOfEachDay } from './days';
import { type Answer, entryOf, type Instant, type Progress } from './progress';

/**
 * How well a question is held: `new` was never answered, `missed` was wrong the last time, `once` was right on one day
 * since, `holds` on two or more. Of each day only the first answer counts.
 */
export type Hold = 'new' | 'missed' | 'once' | 'holds';

/** How well the question with these answers is held. */
export function holdOf(answers: readonly Answer[]): Hold {
  const firsts = firstOfEachDay(answers);
  if (!firsts.length) return 'new';
  const sinceMiss = firsts.slice(firsts.findLastIndex(({ correct }) => !correct) + 1);
  return (['missed', 'once'] as const)[sinceMiss.length] ?? 'holds';
}

/** A lesson by what it asks and which exercises it has. */
export interface Studied {
  readonly items: readonly string[];
  readonly exercises: readonly string[];
}

export interface Durability {
  /** How many questions are held how well. */
  readonly questions: Readonly<Record<Hold, number>>;
  /** How many of the exercises were solved without the worked solution. */
  readonly solved: number;
  /** Every question holds, and an exercise was solved. */
  readonly durable: boolean;
}

/** How durable a lesson is by now. */
export function durabilityOf(progress: Progress, { items, exercises }: Studied): Durability {
  const questions = { new: 0, missed: 0, once: 0, holds: 0 };
  for (const id of items) questions[holdOf(entryOf(progress.answers, id) ?? [])]++;
  const solved = exercises.filter((slug) => entryOf(progress.exercises, slug)?.solved?.length).length;
  return { questions, solved, durable: items.length > 0 && questions.holds === items.length && solved > 0 };
}

/** A misconception that was behind a wrong answer. */
export interface HeldBelief {
  readonly id: string;
  /** When it was last behind one. */
  readonly heldAt: Instant;
  /** The questions in which it was. */
  readonly items: readonly string[];
  /** Since then each of these questions was answered right, on a later day and at the first try of that day. */
  readonly overcome: boolean;
}

/** Every belief that was ever held, those that still are first, then the latest first. */
export function beliefsHeld(progress: Progress): readonly HeldBelief[] {
  const misconceptions = new Map<string, { heldAt: Instant; items: Set<string> }>();
  for (const [item, answers] of Object.entries(progress.answers)) {
    for (const { at, beliefs = [] } of answers) {
      for (const id of beliefs) {
        const entry = misconceptions.get(id) ?? { heldAt: at, items: new Set<string>() };
        entry.items.add(item);
        if (at > entry.heldAt) entry.heldAt = at;
        misconceptions.set(id, entry);
      }
    }
  }
  const rightSince = (item: string, since: Instant) => {
    const last = firstOfEachDay(entryOf(progress.answers, item) ?? []).at(-1);
    return last?.correct === true && dayOf(last.at) > dayOf(since);
  };
  return [...misconceptions]
    .map(([id, { heldAt, items }]) => {
      const lastHeld = (item: string) =>
        (entryOf(progress.answers, item) ?? []).findLast(({ beliefs }) => beliefs?.includes(id))?.at ??
        heldAt;
      const overcome = [...items].every((item) => rightSince(item, lastHeld(item)));
      return { id, heldAt, items: [...items].sort(), overcome };
    })
    .sort(
      (a, b) =>
        Number(a.overcome) - Number(b.overcome) ||
        (a.heldAt === b.heldAt ? (a.id < b.id ? -1 : 1) : a.heldAt > b.heldAt ? -1 : 1),
    );
}
