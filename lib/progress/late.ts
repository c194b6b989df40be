/** Takes dates of the future out of a document that is not trusted: the next date would lie after them (lib/progress/store.ts). */
import type { Instant } from './progress';

/** No clock is that wrong. A stored document is read with this, since the clock of this machine may be behind. */
export const lastInstant: Instant = '2100-01-01T00:00:00.000Z';

/** How far the clock of the machine that wrote a file may be ahead of this one. */
const allowance = 24 * 3_600_000;

/** The last date that a file may hold which is imported at `now`. */
export function lastOfImport(now: Date): Instant {
  const soon = new Date(now.getTime() + allowance).toISOString();
  return soon < lastInstant ? soon : lastInstant;
}

const form = /^(?:\+\d{6}|\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** What a learner typed may look like a date. */
const typed = new Set(['value', 'given']);

/**
 * `json` without the dates after `last` and without the entries that carry one as their `at`; `late` counts what was
 * taken out. What goes deeper than a document can is left to the reader.
 */
export function withoutLate(json: unknown, last: Instant): { json: unknown; late: number } {
  let late = 0;
  const isLate = (value: unknown) =>
    typeof value === 'string' && form.test(value) && (value.startsWith('+') || value > last);
  const keep = (value: unknown): boolean => {
    const isLeftOut = isLate(value) || (isObject(value) && isLate(value.at));
    if (isLeftOut) late += 1;
    return !isLeftOut;
  };
  const prune = (value: unknown, depth: number): unknown => {
    if (depth > 12) return value;
    if (Array.isArray(value)) return value.filter(keep).map((item) => prune(item, depth + 1));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, member]) => typed.has(name) || keep(member))
        .map(([name, member]) => [name, typed.has(name) ? member : prune(member, depth + 1)]),
    );
  };
  return { json: prune(json, 0), late };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
