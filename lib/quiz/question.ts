/** A quiz question as a page shows and checks it: everything is resolved, nothing has to be looked up. */
import type { Draft } from '@/lib/http-auth/draft';
import type { Rule } from '@/lib/http-auth/rule';

/** A draft, with placeholders for the wallet, that the sandbox of `exercise` can load. */
export interface Trial {
  readonly exercise: string;
  readonly draft: Draft;
  /** The draft in the address of the exercise's own page. */
  readonly fragment: string;
}

/** The belief behind a wrong answer: its id, and its words as those say it who hold it. */
export interface Belief {
  readonly id: string;
  readonly says: string;
}

/** `key` is the place of the option in its file, which stays when the options are shown in another order. */
export interface Option {
  readonly key: string;
  readonly text: string;
  readonly why: string;
  readonly correct: boolean;
  readonly belief?: Belief;
  readonly trial?: Trial;
}

/** A wrong field line that is known, with a word of its own. */
export interface KnownMistake {
  readonly text: string;
  readonly why: string;
  readonly belief?: Belief;
}

interface Asked {
  readonly ask: string;
  readonly rule: Rule;
}

/** One option is right. */
export interface ChooseQuestion extends Asked {
  readonly kind: 'choose';
  readonly options: readonly Option[];
}

/** Two or more options are right. */
export interface SeveralQuestion extends Asked {
  readonly kind: 'several';
  readonly options: readonly Option[];
}

export interface FieldQuestion extends Asked {
  readonly kind: 'field';
  readonly answer: string;
  readonly why: string;
  readonly mistakes: readonly KnownMistake[];
}

export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  /** As shown; the right order is that of the keys, which are numbers. */
  readonly steps: readonly { readonly key: string; readonly text: string; readonly why: string }[];
}

/** A line of a message; those that may be picked are options. */
export type LieLine = string | Option;

/** One line of the message cannot be true. */
export interface LieQuestion extends Asked {
  readonly kind: 'lie';
  /** The message line by line, empty ones included. */
  readonly lines: readonly LieLine[];
}

export interface StatusOption {
  readonly status: number;
  readonly reason: string;
  readonly why: string;
  readonly correct: boolean;
  readonly belief?: Belief;
}

/** The learner is the server: a status and, where the answer needs one, a challenge. */
export interface BuildQuestion extends Asked {
  readonly kind: 'build';
  readonly statuses: readonly StatusOption[];
  /** The value of WWW-Authenticate as the sandbox answers it; empty where it sends none. */
  readonly challenge: string;
  /** The challenge that a 403 without one may have all the same (RFC 9110 §11.6.1); left out where there is none. */
  readonly optional?: string;
  /** The auth-params that have to be the same. */
  readonly must: readonly string[];
}

export type Question =
  | ChooseQuestion
  | SeveralQuestion
  | FieldQuestion
  | OrderQuestion
  | LieQuestion
  | BuildQuestion;

/**
 * What a learner gives as the answer to a question of each kind. Keys are those of options, steps or lines; a key, a line or
 * a status that is not given yet is empty.
 */
export type Given =
  | { readonly kind: 'choose'; readonly key: string }
  /** In the order of the file. */
  | { readonly kind: 'several'; readonly keys: readonly string[] }
  | { readonly kind: 'field'; readonly line: string }
  /** In the order that was chosen. */
  | { readonly kind: 'order'; readonly keys: readonly string[] }
  | { readonly kind: 'lie'; readonly key: string }
  /** A status, and the line that may have to come with it. */
  | { readonly kind: 'build'; readonly status: string; readonly line: string };

/** What is given to the question `Q`. */
export type GivenTo<Q extends Question> = Extract<Given, { kind: Q['kind'] }>;

/** An item of a quiz: `versions[0]` as it is asked first, the others for when it comes back. */
export interface Item {
  readonly id: string;
  readonly versions: readonly [Question, ...Question[]];
}
