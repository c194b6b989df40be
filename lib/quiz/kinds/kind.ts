/** What the program must know of one kind of question, beside its form in a file and its inputs on a page. */
import type { Belief } from '../question';

/** `given` is what was answered, in the text form that the progress document stores; each kind says what that is. */
export interface QuestionKind<Q> {
  readonly isRight: (question: Q, given: string) => boolean;
  /** The beliefs behind what was given, wrong or not. */
  readonly beliefs: (question: Q, given: string) => readonly (Belief | undefined)[];
  /** The right answer as one text, unless it stands beside the inputs anyway. */
  readonly rightAnswer?: (question: Q) => string | undefined;
  /** What is given before anything was changed; empty if it is left out. */
  readonly initial?: (question: Q) => string;
  /** True if a wrong answer has the right status and the wrong challenge. */
  readonly isHalfRight?: (question: Q, given: string) => boolean;
}
