/** One or more options are right, all together or not at all. */
import { readKeys } from '../given';
import type { SeveralQuestion } from '../question';
import type { QuestionKind } from './kind';

export const several: QuestionKind<SeveralQuestion> = {
  read: (text) => ({ kind: 'several', keys: readKeys(text) }),
  write: ({ keys }) => keys.join(),
  isRight: ({ options }, { keys }) => options.every(({ key, correct }) => correct === keys.includes(key)),
  beliefs: ({ options }, { keys }) =>
    options.filter(({ key }) => keys.includes(key)).map(({ belief }) => belief),
};
