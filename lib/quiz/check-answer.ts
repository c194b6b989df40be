/** Whether what was given answers a question. */
import { compareFieldLines } from './field-line';
import type { Question } from './question';

/** `given` is the key of an option, a field line, or the keys of steps in order with commas between. */
export function isRight(question: Question, given: string): boolean {
  switch (question.kind) {
    case 'choose':
      return question.options.some(({ key, correct }) => correct && key === given);
    case 'field':
      return compareFieldLines(given, question.answer).same;
    case 'order':
      return given.split(',').every((key, index) => Number(key) === index);
  }
}
