/** One option is right; given is its key. */
import type { ChooseQuestion } from '../question';
import type { QuestionKind } from './kind';

export const choose: QuestionKind<ChooseQuestion> = {
  isRight: ({ options }, given) => options.some(({ key, correct }) => correct && key === given),
  beliefs: ({ options }, given) => options.filter(({ key }) => key === given).map(({ belief }) => belief),
  rightAnswer: ({ options }) => options.find(({ correct }) => correct)?.text,
};
