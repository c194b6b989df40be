/** Every kind of question, and what can be asked of a question whatever its kind. */
import { build } from './kinds/build';
import { choose } from './kinds/choose';
import { field } from './kinds/field';
import type { QuestionKind } from './kinds/kind';
import { lie } from './kinds/lie';
import { order } from './kinds/order';
import { several } from './kinds/several';
import type { Given, GivenTo, Question } from './question';

type Kinds = { readonly [Kind in Question['kind']]: QuestionKind<Extract<Question, { kind: Kind }>> };

const kinds: Kinds = { choose, several, field, order, lie, build };

// A question and what is given to it fit the kind that they name, which the type of a lookup by its name does not show.
const kindOf = (question: Question) => kinds[question.kind] as unknown as QuestionKind<Question>;

/** What was given to a question, from the text that the progress stores. */
export function readGiven<Q extends Question>(question: Q, text: string): GivenTo<Q> {
  return kindOf(question).read(text, question) as GivenTo<Q>;
}

/** What was given as the text that the progress stores. */
export function writeGiven(question: Question, given: Given): string {
  return kindOf(question).write(given);
}

/** What is given before a learner has changed anything. */
export function initialGiven<Q extends Question>(question: Q): GivenTo<Q> {
  return readGiven(question, '');
}

/** Whether what was given answers a question. */
export function isRight<Q extends Question>(question: Q, given: GivenTo<Q>): boolean {
  return kindOf(question).isRight(question, given);
}

/** True if a wrong answer has the right status and the wrong challenge. */
export function isHalfRight<Q extends Question>(question: Q, given: GivenTo<Q>): boolean {
  return kindOf(question).isHalfRight?.(question, given) ?? false;
}

/** The ids of the named misconceptions behind a wrong answer, each once; none if nobody named it. */
export function beliefsShown<Q extends Question>(question: Q, given: GivenTo<Q>): readonly string[] {
  if (isRight(question, given)) return [];
  const beliefs = kindOf(question).beliefs(question, given);
  return [...new Set(beliefs.flatMap((belief) => (belief ? [belief.id] : [])))].sort();
}

/** The right answer as one text, unless it stands beside the inputs anyway. */
export function rightAnswer(question: Question): string | undefined {
  return kindOf(question).rightAnswer?.(question);
}
