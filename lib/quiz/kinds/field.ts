/** A whole header line is typed, and compared by what it means. */
import { compareFieldLines, knownMistake } from '../field-line';
import type { FieldQuestion } from '../question';
import type { QuestionKind } from './kind';

export const field: QuestionKind<FieldQuestion> = {
  isRight: ({ answer }, given) => compareFieldLines(given, answer).same,
  beliefs: ({ mistakes }, given) => [knownMistake(given, mistakes)?.belief],
};
