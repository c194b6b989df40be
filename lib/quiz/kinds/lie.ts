/** One line of a message cannot be true; given is the key of a line. */
import type { LieQuestion, Option } from '../question';
import type { QuestionKind } from './kind';

/** The lines of a message that may be picked. */
export function pickable({ lines }: LieQuestion): readonly Option[] {
  return lines.filter((line) => typeof line !== 'string');
}

export const lie: QuestionKind<LieQuestion> = {
  isRight: (question, given) => pickable(question).some(({ key, correct }) => correct && key === given),
  beliefs: (question, given) =>
    pickable(question)
      .filter(({ key }) => key === given)
      .map(({ belief }) => belief),
  rightAnswer: (question) => pickable(question).find(({ correct }) => correct)?.text,
};
