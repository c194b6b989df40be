/** Every kind of question, and what can be asked of a question whatever its kind. */
import { build } from './kinds/build';
import { choose } from './kinds/choose';
import { field } from './kinds/field';
import type { QuestionKind } from './kinds/kind';
import { lie } from './kinds/lie';
import { order } from './kinds/order';
import { several } from './kinds/several';
import type { Question } from './question';

type Kinds = { readonly [Kind in Question['kind']]: QuestionKind<Extract<Question, { kind: Kind }>> };

const kinds: Kinds = { choose, several, field, order, lie, build };

// A question fits the kind that it names, which the type of a lookup by its name does not show.
const kindOf = (question: Question) => kinds[question.kind] as QuestionKind<Question>;

/** Whether what was given answers a question. */
export function isRight(question: Question, given: string): boolean {
  return kindOf(question).isRight(question, given);
}

/** True if a wrong answer has the right status and the wrong challenge. */
export function isHalfRight(question: Question, given: string): boolean {
  return kindOf(question).isHalfRight?.(question, given) ?? false;
}

/** The ids of the named misconceptions behind a wrong answer, each once; none if nobody named it. */
export function beliefsShown(question: Question, given: string): readonly string[] {
  if (isRight(question, given)) return [];
  const beliefs = kindOf(question).beliefs(question, given);
  return [...new Set(beliefs.flatMap((belief) => (belief ? [belief.id] : [])))].sort();
}

/** What is given before a learner has changed anything. */
export function initialGiven(question: Question): string {
  return kindOf(question).initial?.(question) ?? '';
}

/** The right answer as one text, unless it stands beside the inputs anyway. */
export function rightAnswer(question: Question): string | undefined {
  return kindOf(question).rightAnswer?.(question);
}
