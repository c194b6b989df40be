/** Steps are put in their order. */
import { readKeys } from '../given';
import type { OrderQuestion } from '../question';
import type { QuestionKind } from './kind';

export const order: QuestionKind<OrderQuestion> = {
  read: (text, { steps }) => ({ kind: 'order', keys: text ? readKeys(text) : steps.map(({ key }) => key) }),
  write: ({ keys }) => keys.join(),
  isRight: ({ steps }, { keys }) =>
    keys.length === steps.length && keys.every((key, index) => Number(key) === index),
  beliefs: () => [],
};
