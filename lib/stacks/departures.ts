/** Where a stack departs from the texts: found by checks, in what it was recorded to answer. */
import type { DepartureCheck } from './departure-check';
import { departureChecks } from './departure-checks';
import { questions, type StackRecord, type Variant } from './record';

export interface Departure extends Omit<DepartureCheck, 'find'> {
  /** The questions whose answers show it, in the order of the list. */
  readonly questions: readonly string[];
  /** True where the small program chose every one of these answers, and the stack added nothing. */
  readonly byProgram: boolean;
}

/** The departures of one variant of a stack; those that bind a server first. */
export function departuresOf(record: StackRecord, variant: Variant = record.variants[0]): Departure[] {
  return departureChecks.flatMap(({ find, ...check }): Departure[] => {
    const departures = new Set(find(variant));
    if (!departures.size) return [];
    const shown = questions.map(({ id }) => id).filter((id) => departures.has(id));
    return [
      { ...check, questions: shown, byProgram: shown.every((id) => record.chosenByProgram.includes(id)) },
    ];
  });
}

/** True for what a text asks with MUST or SHOULD, and not for what is only worth knowing. */
export function binds({ level }: Pick<DepartureCheck, 'level'>): boolean {
  return level !== 'note';
}
