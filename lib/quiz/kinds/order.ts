/** Steps are put in their order; given is their keys in the order that was chosen. */
import type { OrderQuestion } from '../question';
import type { QuestionKind } from './kind';

export const order: QuestionKind<OrderQuestion> = {
  isRight: (_question, given) => given.split(',').every((key, index) => Number(key) === index),
  beliefs: () => [],
  initial: ({ steps }) => steps.map(({ key }) => key).join(','),
};
