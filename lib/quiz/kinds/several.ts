/** One or more options are right, all together or not at all; given is their keys in the order of the file. */
import { ticked } from '../given';
import type { SeveralQuestion } from '../question';
import type { QuestionKind } from './kind';

export const several: QuestionKind<SeveralQuestion> = {
  isRight({ options }, given) {
    const keys = new Set(ticked(given));
    return options.every(({ key, correct }) => correct === keys.has(key));
  },
  beliefs({ options }, given) {
    const keys = new Set(ticked(given));
    return options.filter(({ key }) => keys.has(key)).map(({ belief }) => belief);
  },
};
