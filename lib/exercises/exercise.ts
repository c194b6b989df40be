/** The shape of an exercise: one file declares all of it, everything else is read from there. */

import type { NonEmpty, Principal, Step } from '@/lib/http-auth/decision';
import type { Draft } from '@/lib/http-auth/draft';
import type { Field, Message } from '@/lib/http-auth/message';
import type { Policy } from '@/lib/http-auth/policies';
import type { Rule } from '@/lib/http-auth/rule';
import type { Env, Scheme } from '@/lib/http-auth/scheme';
import type { Sheet } from '@/lib/http-auth/sheet';

/** One learner's private copy of an exercise; all its credentials derive from it and the server's secret. */
export interface Attempt {
  readonly exercise: string;
  readonly id: string;
  now(): Date;
  /** `length` octets (at most 32), always the same for the same label. */
  derive(label: string, length: number): Promise<Uint8Array>;
  /** The same in every exercise of this server, for what must say nothing of one attempt. */
  deriveForServer(label: string, length: number): Promise<Uint8Array>;
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
  /** Schemes of its own, in place of those of the resource. */
  readonly schemes?: NonEmpty<Scheme>;
  /** Sends all challenges in one field line, joined by commas (RFC 9110 §11.6.1), in place of one line each. */
  readonly oneLine?: true;
  /** Answered without the gates: keys, metadata, a login. It solves only where the goal names its path. */
  readonly open?: boolean;
  /** Takes proposals, by POST and by PUT: a goal that names POST is met by either. */
  readonly proposal?: true;
  /** Sets its own fields for pages of other origins, or none (Fetch §3.3). */
  readonly ownCors?: true;
  /** Makes the answer, behind the gates or, where the route is open, in place of them. */
  readonly handle?: (call: Call) => Promise<Reply>;
  /** Answers OPTIONS, which else is a 204 without any gate; undefined leaves it at that. */
  readonly options?: (call: Call) => Promise<Reply | undefined>;
}

/** A request that reached a route which answers by itself. */
export interface Call {
  readonly message: Message;
  readonly env: Env;
  /** The absolute address of the resource, without trailing slash. */
  readonly resource: string;
  /** Whom the gates let in; undefined where the route is open. */
  readonly principal?: Principal;
}

/** What a route answers by itself. `trace` joins that of the gates; a status from 400 on is a problem. */
export interface Reply {
  readonly status: number;
  readonly fields?: readonly Field[];
  /** JSON members of the content; where a refusal leaves them out, its failed step words the problem. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** Content that is no JSON, sent as it is; then `fields` has a Content-Type, and the trace is in the log alone. */
  readonly text?: string;
  readonly trace?: readonly Step[];
}

/** What stands behind the URL of one attempt. Keys of `routes` are paths that begin with a slash. */
export interface ProtectedResource<W extends string = string> {
  readonly realm: string;
  readonly schemes: NonEmpty<Scheme>;
  readonly routes: Readonly<Record<string, Route>>;
  /** What every other path answers; a 404 that tells nothing where it is left out. */
  readonly elsewhere?: Route;
  /** Paths that a client must know: the token endpoint, and the well-known name of the metadata (RFC 8414 §3.1). */
  readonly endpoints?: { readonly token?: string; readonly metadata?: string };
  /** What has to be decided or worked through: told in the brief, and a form beside the request in the page. */
  readonly sheet?: Sheet;
  /** What the learner is handed; made on demand, since a token that is signed costs time. */
  readonly wallet: () => Promise<Readonly<Record<W, WalletEntry>>>;
}

/** The values of a wallet by name, as drafts use them. */
export type Wallet<W extends string = string> = Readonly<Record<W, string>>;

/** Sends a draft to the same attempt and shows the answer, for drafts that need a nonce or a token first. */
export type Ask = ((draft: Draft) => Promise<Asked>) & {
  /** The absolute address of the resource, without trailing slash, for drafts that sign where they go. */
  readonly resource: string;
  /** The time at the server, for drafts that carry one. */
  now(): Date;
};

export interface Asked {
  readonly status: number;
  readonly fields: readonly Field[];
  readonly body: string;
}

/** Makes a draft from the wallet and, where that is not enough, from what the server answers. */
export type DraftMaker<W extends string = string> = (wallet: Wallet<W>, ask: Ask) => Draft | Promise<Draft>;

/** The response that solves the exercise; a method or path narrows it. */
export interface Goal {
  readonly status: number;
  readonly method?: string;
  readonly path?: string;
}

/** A wrong attempt that is worth a word of its own; the tests run each one. */
export interface Mistake<W extends string = string> {
  readonly name: string;
  readonly draft: DraftMaker<W>;
  readonly status: number;
  /** The check that fails first; left out where the answer hides its trace. */
  readonly fails?: string;
  readonly misconception?: string;
}

export interface Exercise<W extends string = string> {
  readonly title: string;
  readonly task: string;
  /** 1: one line of one request to change. 2: a step of thought. 3: a twist. */
  readonly level: 1 | 2 | 3;
  /** How long it takes, where that is not what an exercise takes by its place in a lesson. */
  readonly minutes?: number;
  readonly goal: Goal;
  /** Where to look · which gate · the field with a blank. The solution is the fourth tier. */
  readonly hints: readonly [string, string, string];
  readonly resource: (attempt: Attempt) => ProtectedResource<W> | Promise<ProtectedResource<W>>;
  readonly start: DraftMaker<W>;
  readonly solution: DraftMaker<W>;
  /** One sentence for each request that the solution sends, in order: why it is sent. An open door and an exam have none. */
  readonly reasons?: NonEmpty<string>;
  readonly mistakes: readonly Mistake<W>[];
  /** An open door has no task: one plain endpoint per scheme for testing one's own client. */
  readonly open?: boolean;
  /**
   * The page sends with the browser's cookies and lets it keep them. Such a resource must not offer Basic or Digest, since
   * their challenge would open the browser's login dialog.
   */
  readonly cookies?: boolean;
  /** Help ends with the hints: there is no worked solution. What each attempt has to do may differ. */
  readonly exam?: boolean;
  /**
   * The sentence that this server breaks, as real ones do: a 401 without a challenge (RFC 9110 §15.5.2), a status that
   * means something else. Told in the brief and in each refusal, and exempt from the tests that hold others to it.
   */
  readonly wrongOnPurpose?: Rule;
}

/** Declares an exercise, with the names of its wallet checked in every draft. */
export function defineExercise<W extends string>(exercise: Exercise<W>): Exercise<W> {
  return exercise;
}

/** The values of a resource's wallet, for its drafts. */
export async function walletValues<W extends string>(resource: ProtectedResource<W>): Promise<Wallet<W>> {
  const entries = Object.entries<WalletEntry>(await resource.wallet());
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Wallet<W>;
}
