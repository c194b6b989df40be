/** What the inputs of every kind of question are given. */
export interface FieldsProps<Q> {
  readonly question: Q;
  /** The name of the native inputs. */
  readonly name: string;
  /** What was given so far, as the progress keeps it. */
  readonly given: string;
  /** True once the form tells what was right and why. */
  readonly answered: boolean;
  readonly onGive: (given: string) => void;
}
