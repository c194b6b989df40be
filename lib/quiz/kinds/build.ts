/** The learner is the server; given is a status and the line that may have to come with it, as `builtText` writes them. */
import { compareChallenges } from '../build';
import { builtAnswer } from '../given';
import type { BuildQuestion, StatusOption } from '../question';
import type { QuestionKind } from './kind';

const named = ({ status, reason }: StatusOption) => `${status} ${reason}`.trim();

function chosen({ statuses }: BuildQuestion, given: string): readonly StatusOption[] {
  const { status } = builtAnswer(given);
  return statuses.filter((option) => String(option.status) === status);
}

export const build: QuestionKind<BuildQuestion> = {
  isRight: (question, given) =>
    chosen(question, given).some(({ correct }) => correct) &&
    compareChallenges(builtAnswer(given).line, question).same,
  beliefs: (question, given) => chosen(question, given).map(({ belief }) => belief),
  rightAnswer({ statuses }) {
    const right = statuses.find(({ correct }) => correct);
    return right && named(right);
  },
  isHalfRight: (question, given) =>
    chosen(question, given).some(({ correct }) => correct) && !build.isRight(question, given),
};
