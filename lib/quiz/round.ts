/** One round of a quiz, replayed from its answers: what was asked, what comes back, how it went. */
import { type Answer, sureness } from '@/lib/progress/progress';

export interface Asked {
  readonly item: string;
  /** Which version of the item. */
  readonly version: number;
  /** True where the item was asked before in this round. */
  readonly again: boolean;
  readonly answer?: Answer;
}

export interface Round {
  /** In the order in which a page shows them; at most one question that came back is still open. */
  readonly asked: readonly Asked[];
  readonly total: number;
  /** How many items were right when they were first answered. */
  readonly firstTry: number;
  /** How many items were right when they were last answered. */
  readonly final: number;
  /** Items whose first answer was wrong. */
  readonly missed: readonly string[];
  /** Nothing is open: all is right, or what is not has no version left that was not asked. */
  readonly done: boolean;
}

/** An item with the number of its versions. */
export interface Askable {
  readonly id: string;
  readonly versions: number;
}

/**
 * Replays `answers` to `items`. A missed item comes back in its next version once every item was answered, as long
 * as it has one that was not asked in this round; those that were missed in certainty come first. Another item comes
 * between two versions of the same one, where any has a version left. An answer that fits no open question is left out.
 */
export function playRound(
  items: readonly Askable[],
  answers: readonly { readonly item: string; readonly answer: Answer }[],
): Round {
  const asked: Asked[] = items.map(({ id }) => ({ item: id, version: 0, again: false }));
  const inTime = [...answers].sort((a, b) => (a.answer.at < b.answer.at ? -1 : 1));
  for (const { item, answer } of inTime) {
    const at = asked.findIndex(
      (entry) => !entry.answer && entry.item === item && entry.version === answer.variant,
    );
    const open = asked[at];
    if (!open) continue;
    asked[at] = { ...open, answer };
    if (asked.some((entry) => !entry.answer)) continue;
    const back = comesBack(items, asked, item);
    if (back) asked.push(back);
  }
  const tries = items.map(({ id }) => answersTo(asked, id));
  return {
    asked,
    total: items.length,
    firstTry: tries.filter((attempts) => attempts[0]?.correct).length,
    final: tries.filter((attempts) => attempts.at(-1)?.correct).length,
    missed: items.filter((_, index) => tries[index]?.[0]?.correct === false).map(({ id }) => id),
    done: asked.every(({ answer }) => answer),
  };
}

function comesBack(items: readonly Askable[], asked: readonly Asked[], last: string): Asked | undefined {
  const latest = (id: string) => answersTo(asked, id).at(-1);
  const fresh = items.filter(({ id, versions }) => answersTo(asked, id).length < versions);
  const missed = fresh.filter(({ id }) => latest(id)?.correct === false);
  if (!missed.length) return undefined;
  const certain = ({ id }: Askable) => sureness.indexOf(latest(id)?.sure ?? 'guess');
  const bySureness = (a: Askable, b: Askable) => certain(b) - certain(a);
  const rested = missed.filter(({ id }) => id !== last).sort(bySureness);
  // Only the item just answered is left: another one, the least sure, comes between.
  const between = fresh.filter(({ id }) => id !== last).sort((a, b) => bySureness(b, a));
  const next = rested[0] ?? between[0] ?? missed[0];
  if (!next) return undefined;
  return { item: next.id, version: answersTo(asked, next.id).length, again: true };
}

function answersTo(asked: readonly Asked[], item: string): Answer[] {
  return asked.flatMap((entry) => (entry.item === item && entry.answer ? [entry.answer] : []));
}
