import type { Suite } from '@/lib/handlers/handler';
import type { CaseVerdict } from '@/lib/handlers/judge';
import type { Ran } from './run-suite';

/** A run that is over: what was sent, what came, and what it is worth. */
export interface Judged extends Ran {
  readonly suite: Suite;
  readonly verdicts: readonly CaseVerdict[];
  /** A program that is right. */
  readonly solution: string;
}
