/** What a page shows of an exchange, and the outcomes among which it asks to choose. */
import type { Row } from '@/lib/practice/words';
import type { Head, Reason } from './rules';

export interface Choice {
  /** What it says comes of it: the outcome of the rules, or another one. */
  readonly key: string;
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

export interface ClientView {
  readonly rows: readonly Row[];
  /** How this client reads what clients read in different ways. */
  readonly habits: readonly string[];
  readonly heads: readonly Head[];
  readonly ask: string;
  /** Every outcome there is; exactly one is right. */
  readonly choices: readonly Choice[];
  /** Why, sentence by sentence; the last one decided. */
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** Sentences one after the other. */
export function together(reasons: readonly Reason[]): string {
  return reasons.map(({ text }) => text).join(' ');
}
