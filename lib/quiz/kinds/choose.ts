/** One option is right; given is its key. */
import type { ChooseQuestion } from '../question';
import { judged, type QuestionKind } from './kind';

export const choose: QuestionKind<ChooseQuestion> = {
  isRight: ({ options }, given) => options.some(({ key, correct }) => correct && key === given),
  beliefs: ({ options }, given) => options.filter(({ key }) => key === given).map(({ belief }) => belief),
  explained: ({ options }) => options.map((option) => judged(option)),
  rightAnswer: ({ options }) => options.find(({ correct }) => correct)?.text,
};
