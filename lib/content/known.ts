/** What content files may name, and the fault where one names something else. */
import type { Fault } from './content-error';
import type { Glossary, Misconceptions } from './words';

/** What may be named, by those who name it. */
export interface Known {
  readonly lessons: ReadonlyMap<string, ReadonlySet<string>>;
  readonly causes: ReadonlySet<string>;
  /** The names of the drafts of each exercise. */
  readonly drafts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names of the sets of snippets. */
  readonly snippets: ReadonlySet<string>;
  /** The names of the sequences. */
  readonly sequences: ReadonlySet<string>;
  /** The names of what lies in content/pictures. */
  readonly pictures: Readonly<Record<'screenshots' | 'recordings', ReadonlySet<string>>>;
  readonly glossary: Glossary;
  readonly misconceptions: Misconceptions;
}

/** Where a fault is. */
export type Place = Pick<Fault, 'file' | 'line' | 'key'>;

/** The fault, if any, of naming a draft; without `draft`, of naming the exercise alone. */
export function draftFaults(
  at: Place,
  exercise: string,
  draft: string | undefined,
  knownNames: Known,
): Fault[] {
  const drafts = knownNames.drafts.get(exercise);
  if (!drafts) return [unknown(at, 'exercise', exercise, 'lib/exercises/catalog')];
  if (draft === undefined || drafts.has(draft)) return [];
  const reason = `The exercise ${exercise} has no draft “${draft}”.`;
  return [{ ...at, reason, advice: `Write one of: ${[...drafts].join(' · ')}.` }];
}

/** The fault of naming what is not there. */
export function unknown(at: Place, what: string, name: string, where: string): Fault {
  return {
    ...at,
    reason: `There is no ${what} “${name}”.`,
    advice: `Check the spelling, or add it to ${where}.`,
  };
}
