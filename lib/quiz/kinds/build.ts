/** The learner is the server, and gives a status and the line that may have to come with it. */
import { compareChallenges } from '../build';
import type { BuildQuestion, GivenTo, StatusOption } from '../question';
import type { QuestionKind } from './kind';

const named = ({ status, reason }: StatusOption) => `${status} ${reason}`.trim();

function chosen({ statuses }: BuildQuestion, { status }: GivenTo<BuildQuestion>): readonly StatusOption[] {
  return statuses.filter((option) => String(option.status) === status);
}

export const build: QuestionKind<BuildQuestion> = {
  read(text) {
    const [status = '', ...lines] = text.split('\n');
    return { kind: 'build', status, line: lines.join('\n') };
  },
  write: ({ status, line }) => (line ? `${status}\n${line}` : status),
  isRight: (question, given) =>
    chosen(question, given).some(({ correct }) => correct) && compareChallenges(given.line, question).same,
  beliefs: (question, given) => chosen(question, given).map(({ belief }) => belief),
  rightAnswer({ statuses }) {
    const right = statuses.find(({ correct }) => correct);
    return right && named(right);
  },
  isHalfRight: (question, given) =>
    chosen(question, given).some(({ correct }) => correct) && !build.isRight(question, given),
};
