/** Whether what was given answers a question, and which beliefs it shows. */
import { compareChallenges } from './build';
import { compareFieldLines, knownMistake } from './field-line';
import { builtAnswer, ticked } from './given';
import type { Belief, LieQuestion, Option, Question } from './question';

/**
 * `given` is the key of an option or line, the keys of options in order with commas between, a field line, the keys of
 * steps in order, or a built answer as `builtText` writes it. Several options are right all together or not at all.
 */
export function isRight(question: Question, given: string): boolean {
  switch (question.kind) {
    case 'choose':
      return question.options.some(({ key, correct }) => correct && key === given);
    case 'several': {
      const own = new Set(ticked(given));
      return question.options.every(({ key, correct }) => correct === own.has(key));
    }
    case 'field':
      return compareFieldLines(given, question.answer).same;
    case 'order':
      return given.split(',').every((key, index) => Number(key) === index);
    case 'lie':
      return pickable(question).some(({ key, correct }) => correct && key === given);
    case 'build': {
      const { status, line } = builtAnswer(given);
      const right = question.statuses.some((one) => one.correct && String(one.status) === status);
      return right && compareChallenges(line, question).same;
    }
  }
}

/** The ids of the named misconceptions behind a wrong answer, each once; none where no one named it. */
export function beliefsShown(question: Question, given: string): readonly string[] {
  if (isRight(question, given)) return [];
  const shown = held(question, given).flatMap((belief) => (belief ? [belief.id] : []));
  return [...new Set(shown)].sort();
}

/** The lines of a message that may be picked. */
export function pickable({ lines }: LieQuestion): readonly Option[] {
  return lines.filter((line) => typeof line !== 'string');
}

function held(question: Question, given: string): readonly (Belief | undefined)[] {
  switch (question.kind) {
    case 'choose':
    case 'several': {
      const own = new Set(ticked(given));
      return question.options.filter(({ key }) => own.has(key)).map(({ belief }) => belief);
    }
    case 'field':
      return [knownMistake(given, question.mistakes)?.belief];
    case 'order':
      return [];
    case 'lie':
      return pickable(question)
        .filter(({ key }) => key === given)
        .map(({ belief }) => belief);
    case 'build': {
      const { status } = builtAnswer(given);
      return question.statuses.filter((one) => String(one.status) === status).map(({ belief }) => belief);
    }
  }
}
