/** One line of a message cannot be true. */
import type { LieQuestion, Option } from '../question';
import type { QuestionKind } from './kind';

/** The lines of a message that may be picked. */
export function pickable({ lines }: LieQuestion): readonly Option[] {
  return lines.filter((line) => typeof line !== 'string');
}

export const lie: QuestionKind<LieQuestion> = {
  read: (key) => ({ kind: 'lie', key }),
  write: ({ key }) => key,
  isRight: (question, given) => pickable(question).some(({ key, correct }) => correct && key === given.key),
  beliefs: (question, given) =>
    pickable(question)
      .filter(({ key }) => key === given.key)
      .map(({ belief }) => belief),
  rightAnswer: (question) => pickable(question).find(({ correct }) => correct)?.text,
};
