/** The shape of an exercise: one file declares all of it, everything else is read from there. */
import type { NonEmpty } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Policy } from '@/lib/http-auth/policies';
import type { Scheme } from '@/lib/http-auth/scheme';

/** One learner's private copy of an exercise; all its credentials derive from it and the server's secret. */
export interface Attempt {
  readonly exercise: string;
  readonly id: string;
  now(): Date;
  /** `length` octets (at most 32), always the same for the same label. */
  derive(label: string, length: number): Promise<Uint8Array>;
}

/** A credential that is handed out: a toy, shown in the clear. */
export interface WalletEntry {
  readonly label: string;
  readonly value: string;
}

/** One path of the resource. `methods` besides HEAD and OPTIONS, which every path has; GET where it is left out. */
export interface Route {
  readonly policy: Policy;
  readonly methods?: readonly string[];
  /** What a request that gets through finds, as JSON members. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** Answered without the gates: keys and metadata are for everybody. */
  readonly open?: boolean;
}

/** What stands behind the URL of one attempt. Keys of `routes` are paths that begin with a slash. */
export interface Door<W extends string = string> {
  readonly realm: string;
  readonly schemes: NonEmpty<Scheme>;
  readonly routes: Readonly<Record<string, Route>>;
  /** What the learner is handed; made on demand, since a token that is signed costs time. */
  readonly wallet: () => Promise<Readonly<Record<W, WalletEntry>>>;
}

/** The values of a wallet by name, as drafts use them. */
export type Wallet<W extends string = string> = Readonly<Record<W, string>>;

/** The response that solves the exercise; a method or path narrows it. */
export interface Goal {
  readonly status: number;
  readonly method?: string;
  readonly path?: string;
}

/** A wrong attempt that is worth a word of its own; the tests run each one. */
export interface Mistake<W extends string = string> {
  readonly name: string;
  readonly draft: (wallet: Wallet<W>) => Draft;
  readonly status: number;
  /** The check that fails first; left out where the answer hides its trace. */
  readonly fails?: string;
  readonly misconception?: string;
}

export interface Exercise<W extends string = string> {
  readonly title: string;
  readonly task: string;
  /** 1: one field line to change. 2: a step of thought. 3: a twist. */
  readonly level: 1 | 2 | 3;
  readonly goal: Goal;
  /** Where to look · which gate · the field with a blank. The solution is the fourth tier. */
  readonly hints: readonly [string, string, string];
  readonly door: (attempt: Attempt) => Door<W> | Promise<Door<W>>;
  readonly start: (wallet: Wallet<W>) => Draft;
  readonly solution: (wallet: Wallet<W>) => Draft;
  readonly mistakes: readonly Mistake<W>[];
  /** An open door has no task: one plain endpoint per scheme for testing one's own client. */
  readonly open?: boolean;
}

/** Declares an exercise, with the names of its wallet checked in every draft. */
export function defineExercise<W extends string>(exercise: Exercise<W>): Exercise<W> {
  return exercise;
}

/** The values of a door's wallet, for its drafts. */
export async function walletValues<W extends string>(door: Door<W>): Promise<Wallet<W>> {
  const entries = Object.entries<WalletEntry>(await door.wallet());
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Wallet<W>;
}
