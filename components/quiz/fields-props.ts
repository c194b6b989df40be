/** What the inputs of every kind of question are given. */
import type { GivenTo, Question } from '@/lib/quiz/question';

export interface FieldsProps<Q extends Question> {
  readonly question: Q;
  /** The name of the native inputs. */
  readonly name: string;
  /** What was given so far. */
  readonly given: GivenTo<Q>;
  /** True once the form tells what was right and why. */
  readonly answered: boolean;
  readonly onGive: (given: GivenTo<Q>) => void;
}
