/** One option is right. */
import type { ChooseQuestion } from '../question';
import type { QuestionKind } from './kind';

export const choose: QuestionKind<ChooseQuestion> = {
  read: (key) => ({ kind: 'choose', key }),
  write: ({ key }) => key,
  isRight: ({ options }, given) => options.some(({ key, correct }) => correct && key === given.key),
  beliefs: ({ options }, given) => options.filter(({ key }) => key === given.key).map(({ belief }) => belief),
  rightAnswer: ({ options }) => options.find(({ correct }) => correct)?.text,
};
