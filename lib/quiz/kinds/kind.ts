/** What the program must know of one kind of question, beside its form in a file and its inputs on a page. */
import type { Belief } from '../question';

/** An option, step or line with its explanation, for readers without JavaScript. */
export interface Explained {
  readonly key: string;
  readonly text: string;
  readonly why: string;
}

/** `given` is what was answered, in the text form that the progress document stores; each kind says what that is. */
export interface QuestionKind<Q> {
  readonly isRight: (question: Q, given: string) => boolean;
  /** The beliefs behind what was given, wrong or not. */
  readonly beliefs: (question: Q, given: string) => readonly (Belief | undefined)[];
  /** Every explanation of the question. */
  readonly explained: (question: Q) => readonly Explained[];
  /** The right answer as one text, unless it stands beside the inputs anyway. */
  readonly rightAnswer?: (question: Q) => string | undefined;
  /** A line of code that belongs to the right answer. */
  readonly rightLine?: (question: Q) => string | undefined;
  /** What is given before anything was changed; empty if it is left out. */
  readonly initial?: (question: Q) => string;
  /** True if a wrong answer has the right status and the wrong challenge. */
  readonly isHalfRight?: (question: Q, given: string) => boolean;
}

/** An explanation that begins with the verdict on its option. */
export function judged(
  { key, text, why, correct }: Explained & { readonly correct: boolean },
  right = 'Right. ',
  wrong = 'Wrong. ',
): Explained {
  return { key, text, why: `${correct ? right : wrong}${why}` };
}
