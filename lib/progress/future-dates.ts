/** Takes dates of the future out of a document that is not trusted: the next date would lie after them (lib/progress/store.ts). */
import type { Instant } from './progress';

/** No clock is that wrong. A stored document is read with this, since the clock of this machine may be behind. */
export const lastInstant: Instant = '2100';

/** The last date that a file may hold which is imported at `now`: the clock that wrote it may be a day ahead. */
export function lastOfImport(now: Date): Instant {
  return new Date(now.getTime() + 86_400_000).toISOString();
}

const form = /^(\d{4}|\+\d{6})-..-..T[\d:.]{12}Z$/;
/** What a learner typed may look like a date, and nothing that is kept lies deeper than this. */
const typed = /^(value|given)$/;
const deepest = 12;

/** `json` without the dates after `last` and the entries that carry one as their `at`; `late` counts them. */
export function withoutLate(json: unknown, last: Instant): { json: unknown; late: number } {
  let late = 0;
  const isLate = (date: unknown) =>
    typeof date === 'string' && form.test(date) && (date[0] === '+' || date > last);
  const prune = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || !value || !depth) return value;
    const members = Object.entries(value).flatMap(([name, member]) => {
      if (typed.test(name)) return [[name, member] as const];
      if (!isLate(member) && !isLate(member?.at)) return [[name, prune(member, depth - 1)] as const];
      late += 1;
      return [];
    });
    return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
  };
  return { json: prune(json, deepest), late };
}
