/** A whole header line is typed, and compared by what it means. */
import { compareFieldLines, knownMistake } from '../field-line';
import type { FieldQuestion } from '../question';
import type { QuestionKind } from './kind';

export const field: QuestionKind<FieldQuestion> = {
  read: (line) => ({ kind: 'field', line }),
  write: ({ line }) => line,
  isRight: ({ answer }, { line }) => compareFieldLines(line, answer).same,
  beliefs: ({ mistakes }, { line }) => [knownMistake(line, mistakes)?.belief],
};
