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

/** `key` is the place of the option in its file, which stays when the options are shown in another order. */
export interface Option {
  readonly key: string;
  readonly text: string;
  readonly why: string;
  readonly correct: boolean;
  /** The belief behind a wrong option, in the words of those who hold it. */
  readonly belief?: string;
  readonly trial?: Trial;
}

/** A wrong field line that is known, with a word of its own. */
export interface KnownMistake {
  readonly text: string;
  readonly why: string;
  readonly belief?: string;
}

interface Asked {
  readonly ask: string;
  readonly rule: Rule;
}

export interface ChooseQuestion extends Asked {
  readonly kind: 'choose';
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

export type Question = ChooseQuestion | FieldQuestion | OrderQuestion;

/** An item of a quiz: `versions[0]` as it is asked first, the others for when it comes back. */
export interface Item {
  readonly id: string;
  readonly versions: readonly [Question, ...Question[]];
}
