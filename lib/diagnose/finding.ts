/** What a check of the engine saw. */
import type { Rule } from '@/lib/http-auth/rule';
import type { CheckName } from './knowledge';
import type { GoodReading, ReadExchange, Span } from './reading';

export interface Finding {
  readonly check: CheckName;
  /** A sentence that is true of the paste, whatever the cause. Empty where nothing can be said for certain. */
  readonly statement: string;
  readonly rule?: Rule;
  readonly span: Span;
  /** The exchange that it was seen in. */
  readonly exchange: number;
}

/** All that a check may look at. */
export interface Scene {
  readonly reading: GoodReading;
  readonly exchange: ReadExchange;
  readonly index: number;
  /** In milliseconds since 1970. */
  readonly now: number;
}

export type Check = (scene: Scene) => readonly Finding[];

/** A statement that is certain. */
export function certain(
  { index }: Scene,
  check: CheckName,
  span: Span,
  statement: string,
  rule?: Rule,
): Finding {
  const { start, end } = span;
  return { check, statement, span: { start, end }, exchange: index, ...(rule && { rule }) };
}

/** A mark that points to a cause and proves nothing. */
export function hint({ index }: Scene, check: CheckName, { start, end }: Span): Finding {
  return { check, statement: '', span: { start, end }, exchange: index };
}
