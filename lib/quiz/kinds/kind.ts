/** What the program must know of one kind of question, beside its form in a file and its inputs on a page. */
import type { Belief, GivenTo, Question } from '../question';

export interface QuestionKind<Q extends Question> {
  /**
   * Reads back what `write` wrote, in this version or an earlier one. Any text is read; an empty one as what is given before
   * anything was changed.
   */
  readonly read: (text: string, question: Q) => GivenTo<Q>;
  /** The text that the progress document stores. */
  readonly write: (given: GivenTo<Q>) => string;
  readonly isRight: (question: Q, given: GivenTo<Q>) => boolean;
  /** The beliefs behind what was given, wrong or not. */
  readonly beliefs: (question: Q, given: GivenTo<Q>) => readonly (Belief | undefined)[];
  /** The right answer as one text, unless it stands beside the inputs anyway. */
  readonly rightAnswer?: (question: Q) => string | undefined;
  /** True if a wrong answer has the right status and the wrong challenge. */
  readonly isHalfRight?: (question: Q, given: GivenTo<Q>) => boolean;
}
